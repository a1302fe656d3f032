package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./wattline validate accept} and {@code withdraw}, on a real database. */
class FindingVerbsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Finding 1 covers three readings of four, finding 2 the last of these, and finding 3 is closed. */
    @BeforeEach
    void two_findings_that_mark_and_one_that_is_gone() {
        DATABASE.execute("truncate organizations, channels, readings, reading_history, quality_findings, "
                + "quality_checks, channel_day_queue, audit_log restart identity cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'UTC'); "
                + "insert into channels (channel_id, channel_name, organization_id) values (1, 'Main', '1'); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, "
                + "quality_method) select 1, slot, 1, 4, 'suspect', 'finding:flat-line' "
                + "from generate_series('2026-03-01T00:00Z'::timestamptz, '2026-03-01T00:30Z', interval '15 minutes') "
                + "slot; "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) "
                + "values (1, '2026-03-01T00:45Z', 1, 4); "
                + "insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, reason, "
                + "marks, found_at, last_seen_at, closed_at) values (1, 'flat-line', 'critical', '2026-03-01T00:00Z', "
                + "'2026-03-01T00:45Z', 'f', true, now(), now(), "
                + "null), (1, 'spike', 'warning', '2026-03-01T00:30Z', '2026-03-01T00:45Z', 's', true, now(), now(), "
                + "null), "
                + "(1, 'spike', 'warning', '2026-02-01T00:30Z', '2026-02-01T00:45Z', 's', true, now(), now(), now())");
    }

    private static CliRun run(String... arguments) {
        return CliRun.of(
                WattlineUnderTest.launcher(),
                Path.of("").toAbsolutePath(),
                Map.of("DATABASE_URL", DATABASE.url(), "USER", "ann"),
                arguments);
    }

    private static List<String> marks() {
        return DATABASE.rows("select quality_method from readings order by \"timestamp\"");
    }

    private static List<String> open() {
        return DATABASE.rows("select open_findings, worst_finding from v_channel_health");
    }

    @Test
    void what_is_accepted_marks_and_counts_no_more_until_it_is_withdrawn() {
        assertThat(open()).containsExactly("2|critical");
        CliRun run = run("validate", "accept", "1", "3", "99", "--reason", "the heater was tested");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("finding 1 is accepted.", "not accepted: 3", "not accepted: 99");
        assertThat(marks()).containsExactly("null", "null", "finding:spike", "null");
        assertThat(open()).containsExactly("1|warning");
        assertThat(DATABASE.rows("select accepted_by, accepted_reason, accepted_until from quality_findings "
                + "where finding_id = 1")).containsExactly("ann|the heater was tested|infinity");
        assertThat(run("validate", "withdraw", "1").exitCode()).isZero();
        assertThat(run("validate", "withdraw", "1").exitCode()).isEqualTo(1);
        assertThat(marks()).containsExactly("finding:flat-line", "finding:flat-line", "finding:flat-line", "null");
        assertThat(open()).containsExactly("2|critical");
    }

    @Test
    void an_acceptance_with_an_end_counts_again_after_it() {
        assertThat(run("validate", "accept", "1", "--until", "2999-01-01", "--reason", "rebuilding", "--json")
                        .json()
                        .at("/accepted/0")
                        .asInt())
                .isEqualTo(1);
        assertThat(open()).containsExactly("1|warning");
        DATABASE.execute("update quality_findings set accepted_until = now() - interval '1 second' "
                + "where finding_id = 1");
        assertThat(open()).containsExactly("2|critical");
    }

    @Test
    void no_reason_and_an_end_that_is_over_are_wrong_usage_and_everything_is_in_the_audit_log() {
        assertThat(run("validate", "accept", "1").exitCode()).isEqualTo(2);
        assertThat(run("validate", "accept", "1", "--reason", " ").exitCode()).isEqualTo(2);
        CliRun over = run("validate", "accept", "1", "--reason", "x", "--until", "2020-01-01");
        assertThat(over.exitCode()).isEqualTo(2);
        assertThat(over.err()).contains("which is in the past; allowed: a time in the future");
        run("validate", "accept", "2", "--reason", "a start");
        assertThat(DATABASE.rows("select who, via, action, target, details->>'reason', outcome from audit_log "
                        + "order by audit_id"))
                .containsExactly(
                        "ann|cli|finding-accept|1| |refused",
                        "ann|cli|finding-accept|1|x|refused",
                        "ann|cli|finding-accept|2|a start|done");
    }
}
