package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code find-gaps} on a database with two channels: one sends nothing, one lacks an hour of yesterday. */
class FindGapsCommandTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path home;

    @BeforeAll
    static void two_channels() {
        DATABASE.execute("insert into channels (channel_id, channel_name, interval_seconds, installed_at) "
                + "values (1, 'Main', 900, now() - interval '26 hours'), (2, 'Hall', 3600, now() - interval '26 "
                + "hours'); "
                + "insert into ingestion_logs (organization_id, channel_id, start_time, end_time) "
                + "values ('x', 2, now() - interval '3 days', now()); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh) select channel_id, slot, 1 "
                + "from expected_slots(now() - interval '2 days', now(), '{2}') "
                + "where slot <> slot_at_or_before(now() - interval '20 hours', 3600)");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private CliRun run(String... arguments) {
        return CliRun.of(WattlineUnderTest.launcher(), home, Map.of("DATABASE_URL", DATABASE.url()), arguments);
    }

    @Test
    void gaps_are_told_with_reason_and_what_is_done_about_them() {
        CliRun run = run("find-gaps", "--days", "2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("1 .* 10[123] +api_failure +0 +20\\S+Z +true " + "+Main"))
                .anyMatch(line -> line.matches("2 .* 1 +no_data_from_source +0 +20\\S+Z +true +Hall"))
                .anyMatch(line -> line.matches("2 gap\\(s\\) within 2 day\\(s\\); 2[345] of 1\\d\\d expected readings "
                        + "kept \\(.* %\\), 0 estimated, 10\\d missing\\."))
                .anyMatch(line -> line.startsWith("This search: "));
    }

    @Test
    void a_channel_that_does_not_exist_is_refused_and_the_nearest_are_named() {
        CliRun run = run("find-gaps", "--channel", "99999");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("channel 99999 does not exist; nearest: 2, 1. Nothing was done.");
    }

    @Test
    void programs_get_the_same_as_json() {
        JsonNode found = run("find-gaps", "--days", "2", "--channel", "2", "--json").json();
        assertThat(found.path("gaps")).hasSize(1);
        JsonNode gap = found.path("gaps").get(0);
        assertThat(gap.path("reason").asText()).isEqualTo("no_data_from_source");
        assertThat(gap.path("slots").asInt()).isEqualTo(1);
        assertThat(gap.path("fillable").asBoolean()).isTrue();
        assertThat(gap.path("start").asText()).endsWith(":00:00Z");
        assertThat(found.path("completeness").path("missing").asInt()).isEqualTo(1);
        assertThat(found.path("completeness").path("completeness").asDouble()).isBetween(0.95, 0.97);
    }

    @Test
    void what_is_typed_wrong_is_said_and_nothing_is_done() {
        CliRun run = run("find-gaps", "--days", "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--days is 0; allowed: 1 to 3660");
    }

    @Test
    void a_database_without_a_schema_is_told_how_to_get_one() {
        try (TestDatabase empty = TestDatabase.empty()) {
            CliRun run =
                    CliRun.of(WattlineUnderTest.launcher(), home, Map.of("DATABASE_URL", empty.url()), "find-gaps");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("wattline migrate");
        }
    }
}
