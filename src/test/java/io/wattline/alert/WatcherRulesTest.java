package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.health.TimerWatch;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only the process itself can know, an edit of {@code config/alerts.yaml}, and a way that an engineer adds by a
 * YAML route alone: a service on its timers, with a home of its own.
 */
class WatcherRulesTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:05:00Z"));
    private static final Ears EARS = new Ears();
    private static final String OWN_ROUTE = """
            - route:
                id: alert-to-teams
                description: One message to our Teams channel.
                errorHandler:
                  noErrorHandler: {}
                from:
                  id: alert-to-teams-from
                  description: Body - a Message. An error means that it was not taken, and it comes again.
                  uri: direct:alert-to-teams
                  steps:
                    - setBody:
                        id: alert-to-teams-json
                        description: Everything, as one JSON document.
                        expression:
                          method:
                            ref: messageFormats
                            method: json(${body})
                    - to:
                        id: alert-to-teams-post
                        description: Our webhook.
                        uri: %s?httpMethod=POST
            """;

    @TempDir
    private static Path folder;
    private static Path home;
    private static WattlineUnderTest wattline;
    private String rules;

    @BeforeAll
    static void start() throws IOException {
        home = TestHome.copyTo(folder);
        Files.writeString(home.resolve("routes/alert-to-teams.camel.yaml"), OWN_ROUTE.formatted(EARS.url("teams")));
        Map<String, String> settings = EARS.settings();
        settings.putAll(Map.of("readings.history", "1d", "backfill.look.cron", "0/1 * * * * ?", "spool.directory",
                folder.resolve("spool").toString(),
                "database.connect-timeout", "500ms", "routes.http.hosts", "127.0.0.1"));
        wattline = WattlineUnderTest.start(home, SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK, settings,
                RunMode.TIMERS, Map.of());
        wattline.sync();
    }

    @AfterAll
    static void stop() {
        wattline.close();
        EARS.close();
    }

    @BeforeEach
    void reset() throws IOException {
        wattline.awaitIdle();
        rules = Files.readString(Path.of("config/alerts.yaml"));
        Files.writeString(home.resolve("config/alerts.yaml"), rules);
        wattline.database()
                .execute("truncate alerts, alert_events, alert_outbox, alert_silences restart identity; "
                        + "update poll_state set state = 'live', last_reading_at = '"
                + CLOCK.instant().minus(Duration.ofMinutes(20)) + "'; update channels set last_seen_at = '"
                + CLOCK.instant() + "', installed_at = '" + CLOCK.instant() + "'; "
                + "update canaries set reached_at = clock_timestamp()");
        EARS.reset();
    }

    private static void check() {
        wattline.request("direct:alerts-check", null);
    }

    private static Evaluations evaluations() {
        return wattline.context().getRegistry().lookupByNameAndType("evaluations", Evaluations.class);
    }

    /** Fires at the first evaluation after the deed, is told once, and once more when it is mended. */
    private static void firesAndEnds(String rule, String words, Runnable mend) {
        check();
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        await(rule).until(() -> EARS.subjects().stream().filter(subject -> subject.contains("] " + words))
                .count() == 1);
        mend.run();
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        await(rule + " is over")
                .until(() -> EARS.subjects().stream()
                .anyMatch(subject -> subject.startsWith("[Wattline resolved] " + words)));
        assertThat(wattline.rows("select kind, count(*)::int as n from alert_outbox join alerts using (alert_id) "
                + "where rule = ? and channel = 'email' group by 1 order by 1", rule))
                .containsExactly(Map.of("kind", "fired", "n", 1), Map.of("kind", "resolved", "n", 1));
    }

    @Test
    void a_disk_that_is_nearly_full() throws IOException {
        check();
        assertThat(wattline.rows("select 1 from alerts where rule = 'disk-low'")).as("this machine's disk").isEmpty();
        FileStore store = Files.getFileStore(folder);
        assertThat(store.getUsableSpace() / (double) store.getTotalSpace()).as("or this test says nothing")
                .isGreaterThan(0.05);
        evaluations().watch(Measure.DISK_FREE, () -> List.of(Measurement.of(AlertSubject.wattline(), 0.0499, "/data")));
        firesAndEnds("disk-low", "The disk is nearly full", () -> evaluations()
                .watch(Measure.DISK_FREE, () -> List.of(Measurement.of(AlertSubject.wattline(), 0.071, "/data"))));
        assertThat(wattline.value("select details from alerts where rule = 'disk-low'").toString())
                .contains("free space on the disk").contains("/data");
    }

    @Test
    void a_timer_that_is_late_by_the_machines_own_clock() {
        check();
        assertThat(wattline.rows("select 1 from alerts where rule = 'timer-late'")).isEmpty();
        Clock ahead = Clock.fixed(Instant.now().plus(Duration.ofMinutes(6)), ZoneOffset.UTC);
        evaluations().watch(Measure.TIMER_LATE, new TimerWatch(wattline.context(), ahead)::late);
        firesAndEnds("timer-late", "A timer is late", () -> evaluations()
                .watch(Measure.TIMER_LATE, new TimerWatch(wattline.context(), Clock.systemUTC())::late));
        assertThat(wattline.value("select details from alerts where rule = 'timer-late'").toString())
                .contains("backfill-look").contains("not started");
    }

    @Test
    void a_clock_that_was_set() {
        check();
        assertThat(wattline.rows("select 1 from alerts where rule = 'clock-stepped'")).isEmpty();
        evaluations().watch(Measure.CLOCK_STEP,
                () -> List.of(Measurement.of(AlertSubject.wattline(), 900, "set back by 15 m")));
        firesAndEnds("clock-stepped", "The machine's clock was set", () -> evaluations()
                .watch(Measure.CLOCK_STEP, () -> List.of(Measurement.of(AlertSubject.wattline(), 0, null))));
    }

    @Test
    void an_edit_with_a_mistake_changes_nothing_and_people_hear_of_it_with_its_line() {
        TestHome.edit(home.resolve("config/alerts.yaml"),
                text -> text.replace("condition: disk_free < 5 %", "condition: disk_fre < 5 %"));
        firesAndEnds("alert-rules-refused", "An edit of the alert rules is refused", () -> write(rules));
        assertThat(EARS.heard("slack").get(0).toString()).contains("found the unknown measure 'disk_fre'")
                .containsPattern("line \\d+");
    }

    @Test
    void a_channel_that_is_added_while_it_runs_is_a_route_of_its_own_and_one_that_is_taken_away_is_none() {
        check();
        TestHome.edit(home.resolve("config/alerts.yaml"),
                text -> text.replace("channels:\n",
                "channels:\n  - {name: our-teams, type: teams, severities: [warning]}\n"));
        wattline.database().execute("update poll_state set state = 'dead', state_reason = 'refused 3 times running'");
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        await().until(() -> EARS.heard("teams").size() == 1 && EARS.heard("slack").size() == 1);
        assertThat(EARS.heard("teams").get(0).path("rule").asText()).isEqualTo("channel-dead");
        assertThat(EARS.heard("teams").get(0).path("found").get(0).asText()).contains("refused 3 times running");
        assertThat(wattline.context().getRoute("alert-delivery-to-our-teams")).isNotNull();
        write(rules);
        wattline.database().execute("update poll_state set state = 'live'");
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        await().until(() -> EARS.heard("slack").size() == 2);
        assertThat(EARS.heard("teams")).hasSize(1);
        assertThat(wattline.context().getRoute("alert-delivery-to-our-teams")).isNull();
    }

    @Test
    void what_was_told_while_the_database_was_away_is_booked_by_the_next_process_if_this_one_dies() {
        check();
        EARS.refuse("slack", 503, null);
        wattline.database().goAway();
        CLOCK.advance(Duration.ofMinutes(1));
        try {
            check();
            await().until(() -> EARS.mails().size() == 1 && EARS.asked("slack") >= 1);
            await("it is noted as sent").until(() -> Files.readString(folder.resolve("spool/alerts/unbooked.json"))
                    .contains("fired/email\":\""));
        } finally {
            wattline.database().comeBack();
        }
        wattline.restart();
        EARS.accept("slack");
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        CLOCK.advance(Duration.ofMinutes(2));
        check();
        await("what was not sent yet").until(() -> EARS.heard("slack").size() >= 1 && EARS.mails().size() == 2);
        assertThat(EARS.subjects()).containsExactly("[Wattline critical] The database does not answer",
                "[Wattline resolved] The database does not answer");
        await().untilAsserted(() ->
                assertThat(wattline.rows("select event from alert_events join alerts using (alert_id) "
                        + "where rule = 'database-unreachable' order by event_id"))
                .extracting(row -> row.get("event"))
                .containsExactly("pending", "firing", "told-fired", "resolved", "told-resolved"));
        assertThat(wattline.value("select count(*) from alert_outbox where channel = 'email' and kind = 'fired' "
                + "and state = 'sent' and attempts = 0")).as("booked as sent").isEqualTo(1L);
        assertThat(folder.resolve("spool/alerts/unbooked.json")).doesNotExist();
    }

    private static void write(String text) {
        TestHome.edit(home.resolve("config/alerts.yaml"), before -> text);
    }
}
