package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.RunMode;
import io.wattline.estimation.EstimationReport;
import io.wattline.reading.SyncResult;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that report, for people and as JSON, on a real database. */
class ReportsTest {

    private static final Map<String, String> SOURCE = Map.of(
            "ENISCOPE_API_KEY", "key-4711", "ENISCOPE_EMAIL", "me@example.org", "ENISCOPE_PASSWORD", "swordfish");

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path home;
    private final TestLauncher launcher = new TestLauncher();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate channels, runs, ingestion_logs, dead_letters restart identity cascade");
    }

    @Test
    void migrate_says_the_version() {
        assertThat(run("migrate").out()).isEqualTo("Schema version 4 (before: none), 4 migration(s) applied, 303484 "
                + "readings adopted.\n");
        assertThat(run("migrate", "--json").json().get("after").asText()).isEqualTo("4");
    }

    @Test
    void status_says_what_is_live_behind_and_open() {
        fill();
        assertThat(run("status").out().lines())
                .contains(
                        "schema              version " + version(),
                        "channels        " + "    1 dead, 2 live",
                        "furthest behind     1 h 30 m",
                        "readings last hour  2",
                        "dead letters open   4",
                        "gaps open           1, 3 readings missing",
                        "in quarantine       12, 14")
                .anyMatch(line -> line.matches("1 +poll .* 2 +1 +100 +3"));
        JsonNode status = run("status", "--json").json();
        assertThat(status.get("schemaVersion").asText()).isEqualTo(version());
        assertThat(status.get("channels").get("live").asInt()).isEqualTo(2);
        assertThat(status.get("lagSeconds").asLong()).isBetween(5400L, 5460L);
        assertThat(status.get("newestReading").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(status.get("lastRuns").get(0).get("inserted").asInt()).isEqualTo(100);
    }

    @Test
    void status_of_an_empty_schema_is_a_status() {
        CliRun run = run("status");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("none known yet", "newest reading      none");
    }

    @Test
    void status_without_a_schema_says_how_to_make_one() {
        try (TestDatabase nothing = TestDatabase.empty()) {
            CliRun run = CliRun.of(launcher, home, Map.of("DATABASE_URL", nothing.url()), "status");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("database            has no schema of Wattline yet; create it with: "
                    + "wattline migrate");
        }
    }

    @Test
    void dead_letters_are_listed_and_counted_by_rule() {
        fill();
        CliRun run = run("dead-letters", "list", "--limit", "2");
        assertThat(run.out()).contains("2 of 4 shown. By rule: power-range 3, grid 1").doesNotContain("\u001b");
        JsonNode listed = run("dead-letters", "list", "--channel", "13", "--json").json();
        assertThat(listed.get("letters")).hasSize(2);
        assertThat(listed.get("letters").get(0).get("payload").get("n").asInt()).isEqualTo(3);
        assertThat(run("dead-letters", "list", "--status", "discarded").out()).isEqualTo("No dead letters that are "
                + "discarded.\n");
    }

    @Test
    void a_dead_letter_is_shown_and_a_missing_one_is_a_failure() {
        fill();
        assertThat(run("dead-letters", "show", "1").out()).contains("power-range", "payload      {\"n\": 1}");
        assertThat(run("dead-letters", "show", "1", "--json").json().get("channelId").asInt()).isEqualTo(13);
        CliRun missing = run("dead-letters", "show", "99");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("No dead letter has the id 99");
    }

    @Test
    void replay_tells_of_each_and_fails_while_some_stay_open() {
        fill();
        CliRun run = run("dead-letters", "replay", "--rule", "power-range");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("1  channel 13  2026-03-01T12:00:00Z  rejected: still 2000 kW", "2  channel 12 "
                + " 2026-03-01T12:00:00Z  kept",
                "1 kept, 2 rejected again, 0 broken down.");
        assertThat(launcher.mode).isEqualTo(RunMode.ONCE);
        CliRun second = run("dead-letters", "replay", "2", "4", "--json");
        assertThat(second.json().get("tally").get("kept").asInt()).isEqualTo(1);
        assertThat(second.json().get("notOpen")).hasSize(1);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(run("dead-letters", "list", "--status", "replayed", "--json").json().get("letters")).hasSize(2);
    }

    @Test
    void discard_takes_all_open_ones_of_a_rule_and_fails_where_there_are_none() {
        fill();
        CliRun run = run("dead-letters", "discard", "--rule", "power-range", "--reason", "meter was swapped");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("3 discarded.");
        CliRun none = run("dead-letters", "discard", "--rule", "power-range", "--reason", "meter was swapped");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.out()).contains("0 discarded.");
        assertThat(run("dead-letters", "discard", "1", "--rule", "x", "--reason", "r")
                        .exitCode())
                .as("either")
                .isEqualTo(2);
    }

    @Test
    void discard_closes_with_reason_and_fails_for_those_that_are_not_open() {
        fill();
        CliRun run = run("dead-letters", "discard", "1", "99", "--reason", "meter was swapped");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("1 discarded.", "not discarded: 99");
        assertThat(run("dead-letters", "show", "1").out()).contains("by ann: meter was swapped");
    }

    @Test
    void sync_hands_over_window_channels_and_resolution() {
        CliRun run = run(
                "sync",
                "--start-date",
                "2026-01-31",
                "--end-date",
                "2026-02-01",
                "--channel",
                "12",
                "--channel",
                "13",
                "--resolution",
                "1800");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 of 20  channel 12", "1,000 readings fetched, 900 new, 60 corrected, 30 "
                + "unchanged, 10 rejected.");
        assertThat(launcher.asked.interval().start()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(launcher.asked.interval().end()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(launcher.asked.channelIds()).containsExactly(12, 13);
        assertThat(launcher.asked.resolution()).isEqualTo(Duration.ofMinutes(30));
        assertThat(launcher.closed.getCount()).as("the service is closed").isZero();
    }

    @Test
    void estimate_says_what_each_gap_got_and_why_some_got_nothing() {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        EstimationReport.GapResult filled = new EstimationReport.GapResult(
                1, 12, start, start.plusSeconds(3600), 4, "linear", 2.5, 2.5, "register", null, false);
        EstimationReport.GapResult missing = new EstimationReport.GapResult(
                2, 13, start, start.plusSeconds(9000), 0, "none", null, null, null, "like-day: too few", false);
        launcher.estimates = new EstimationReport(true, null, Map.of("linear", 4), List.of(filled, missing));
        CliRun run = run("estimate", "--channel", "12", "--channel", "13", "--dry-run");
        assertThat(run.exitCode()).isZero();
        assertThat(launcher.estimated).isEqualTo("true [12, 13]");
        assertThat(run.out()).contains("estimate: 1 of 2 gaps", "like-day: too few", "Dry run, nothing written: 2 "
                + "gaps, readings by method {linear=4}, 1 gaps stay without estimate.")
                .containsPattern("12 +2026-03-01T12:00:00Z +2026-03-01T13:00:00Z +4 +linear +2.500 +register");
        assertThat(run("estimate", "--json").json().get("gaps").get(1).get("why").asText()).isEqualTo("like-day: too "
                + "few");
    }

    @Test
    void estimate_fails_while_a_gap_waits_for_the_source_and_says_when_there_is_nothing_to_do() {
        assertThat(run("estimate").out()).contains("No gap can be estimated now");
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        launcher.estimates = new EstimationReport(
                false,
                3L,
                Map.of(),
                List.of(new EstimationReport.GapResult(
                        1, 12, start, start.plusSeconds(900), 0, "none", null, null, null, "away", true)));
        assertThat(run("estimate").exitCode()).isEqualTo(1);
    }

    @Test
    void sync_without_days_takes_what_is_due_and_fails_when_a_channel_did() {
        launcher.result = new SyncResult(20, 39, 0, 0, 0, 0, 0, List.of("channel 7: 500 Invalid Parameter; tried "
                + "again tomorrow"), List.of());
        CliRun run = run("sync", "--json");
        assertThat(launcher.asked.interval()).isNull();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("failures").get(0).asText()).contains("channel 7");
    }

    private CliRun run(String... arguments) {
        Map<String, String> environment = new HashMap<>(SOURCE);
        environment.put("DATABASE_URL", DATABASE.url());
        environment.put("USER", "ann");
        return CliRun.of(launcher, home, environment, arguments);
    }

    /** Of the migrations that went well. */
    private static String version() {
        return DATABASE.rows("select max(version::int) from flyway_schema_history where success").get(0);
    }

    private void fill() {
        DATABASE.execute(
                """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                  execution_time, success)
                  values (999, '99', 'failed', 'SQL', 'V99', 'x', 0, false) on conflict do nothing;
                insert into channels (channel_id, channel_name) values (12, 'a'), (13, 'b'), (14, 'c');
                insert into poll_state (channel_id, last_reading_at, state)
                  values (12, now() - interval '90 minutes', 'live'), (13, now(), 'live'),
                    (14, now() - interval '9 days', 'dead');
                insert into readings (channel_id, "timestamp", energy_kwh, created_at)
                  values (12, '2026-03-01T12:00Z', 1, now()), (13, '2026-03-01T11:45Z', 1, now()),
                  (13, '2026-03-01T11:30Z', 1, now() - interval '2 hours');
                insert into runs (kind) values ('poll');
                insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots, closed_at)
                  values (12, '2026-03-01', '2026-03-02', 'rejected', 3, null),
                  (12, '2026-03-03', '2026-03-04', 'planned', 5, null),
                    (13, '2026-03-01', '2026-03-02', 'rejected', 7, now());
                insert into data_breakers (channel_id, state, readings, rejected, good_batches, trips, updated_at)
                  values (12, 'open', 9, 9, 0, 1, now()), (13, 'closed', 9, 0, 0, 0, now()),
                  (14, 'open', 9, 9, 0, 1, now());
                insert into ingestion_logs (organization_id, channel_id, start_time, end_time, readings_inserted,
                  readings_rejected, status, run_id)
                  values ('x', 12, '2026-03-01', '2026-03-02', 100, 3, 'success', 1),
                    ('x', 13, '2026-03-01', '2026-03-02', 0, 0, 'failed', 1);
                insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, payload) values
                  ('validate', 13, '2026-03-01T12:00Z', 'power-range', 'r', '{"n":1}'),
                  ('validate', 12, '2026-03-01T12:00Z', 'power-range', 'r', '{"n":2}'),
                  ('validate', 13, '2026-03-01T12:15Z', 'power-range', E'\\u001b[2J', '{"n":3}'),
                    ('validate', 12, '2026-03-01T12:15Z', 'grid', 'r', '{"n":4}')""");
    }
}
