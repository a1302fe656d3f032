package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertRow;
import io.wattline.app.RunMode;
import io.wattline.database.Database;
import io.wattline.settings.Settings;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code alerts} and {@code check-alerts}, on a real database. */
class AlertVerbsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    @TempDir
    private Path home;
    private final TestLauncher launcher = new TestLauncher() {
        @Override
        public HikariDataSource openDatabase(Settings settings) {
            return Database.open(DATABASE.databaseUrl(), 2, Duration.ofSeconds(30), "cli");
        }
    };

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void one_that_fires_one_that_is_over_and_one_that_never_fired() {
        DATABASE.execute("truncate alerts, alert_events, alert_outbox, alert_silences, audit_log restart identity; "
                + "insert into organizations (organization_id, organization_name) values ('1', 'Site') "
                + "on conflict do nothing; insert into channels (channel_id, channel_name) values (61001, 'LINE') "
                + "on conflict do nothing; "
                + "insert into alerts (alert_key, rule, severity, summary, details, state, started_at, fired_at) "
                + "values ('no-data/1', 'no-data', 'critical', 'No data: site 1', 'found', 'firing', "
                + "'2026-02-03T12:00Z', '2026-02-03T12:00Z'), ('gone', 'gone', 'info', 's', 'd', 'resolved', "
                + "'2026-02-03T12:00Z', '2026-02-03T12:00Z'), ('never', 'gone', 'info', 's', 'd', 'resolved', "
                + "'2026-02-03T12:00Z', null); "
                + "insert into alert_outbox (message_id, alert_id, channel, kind, message, state, created_at, "
                + "next_attempt_at) values ('i#1-fired/slack', 1, 'slack', 'fired', '{\"id\": \"i#1-fired\", "
                + "\"incident\": \"i\", \"kind\": \"FIRED\"}', 'sent', now(), now())");
    }

    private CliRun run(String... arguments) {
        return CliRun.of(
                launcher,
                home,
                Map.of(
                        "DATABASE_URL",
                        DATABASE.url(),
                        "USER",
                        "ann",
                        "ENISCOPE_API_KEY",
                        "k-4711",
                        "ENISCOPE_EMAIL",
                        "me@example.org",
                        "ENISCOPE_PASSWORD",
                        "swordfish"),
                arguments);
    }

    @Test
    void what_is_open_is_listed_and_with_all_what_is_over_too() {
        assertThat(run("alerts", "list").out()).contains("No data: site 1", "firing").doesNotContain("resolved");
        assertThat(run("alerts", "list", "--all", "--json")
                        .json()
                        .path("alerts")
                        .findValuesAsText("state"))
                .containsExactly("resolved", "firing");
    }

    @Test
    void who_takes_one_on_stands_there_and_whoever_was_told_hears_of_it() {
        CliRun run = run("alerts", "ack", "1", "2", "99");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("alert 1 is yours, ann.", "not acknowledged: 2", "not acknowledged: 99");
        JsonNode shown = run("alerts", "show", "1", "--json").json();
        assertThat(shown.at("/alert/state").asText()).isEqualTo("acknowledged");
        assertThat(shown.at("/story/events/0/byWhom").asText()).isEqualTo("ann");
        assertThat(shown.at("/story/messages").findValuesAsText("kind")).containsExactly("fired", "acknowledged");
        assertThat(run("alerts", "show", "1").out()).contains("acknowledged", "slack");
        assertThat(run("alerts", "show", "99").err()).contains("No alert has the id 99");
    }

    @Test
    void a_silence_has_an_end_and_can_be_ended_before() {
        assertThat(run("alerts", "silence", "--rule", "no-data", "--for", "2h", "--reason", "rebuilding")
                        .out())
                .contains("silence 1 until", "alerts unsilence 1");
        assertThat(run("alerts", "list", "--json").json().at("/silences/0/reason").asText()).isEqualTo("rebuilding");
        assertThat(run("alerts", "unsilence", "1").exitCode()).isZero();
        assertThat(run("alerts", "unsilence", "1").exitCode()).isEqualTo(1);
        assertThat(run("alerts", "list", "--json").json().path("silences")).isEmpty();
        assertThat(run("alerts", "silence", "--for", "0s", "--reason", "x").exitCode()).isEqualTo(2);
        assertThat(run("alerts", "silence", "--reason", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void what_is_done_and_what_is_refused_is_written_to_the_audit_log() {
        run("alerts", "ack", "1", "99");
        run("alerts", "silence", "--site", "1", "--for", "2h", "--reason", "rebuilding");
        run("alerts", "unsilence", "1");
        run("alerts", "unsilence", "1");
        assertThat(DATABASE.rows("select who, via, action, target, details->>'reason', outcome, answer from audit_log "
                + "order by audit_id")).containsExactly(
                "ann|cli|alert-acknowledge|1|null|done|null", "ann|cli|alert-acknowledge|99|null|refused|it does not "
                        + "fire, or it does not exist",
                "ann|cli|alert-silence|null|rebuilding|done|1", "ann|cli|alert-unsilence|1|null|done|null",
                "ann|cli|alert-unsilence|1|null|refused|no running silence has this id");
    }

    @Test
    void check_alerts_fails_where_something_fires_and_a_way_can_be_tried() {
        assertThat(run("check-alerts").exitCode()).isZero();
        assertThat(launcher.mode).isEqualTo(RunMode.ONCE);
        launcher.alerts = List.of(new AlertRow(
                1,
                "no-data/1",
                "no-data",
                "critical",
                "firing",
                "No data",
                "",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null));
        CliRun run = run("check-alerts", "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get(0).path("key").asText()).isEqualTo("no-data/1");
        assertThat(run("alerts", "test", "--to", "slack").out()).isEqualTo("slack accepted the message.\n");
        assertThat(launcher.tested).isEqualTo("slack");
        assertThat(run("alerts").exitCode()).isEqualTo(2);
    }
}
