package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./wattline quality} on a real database. */
class QualityCommandTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void two_channels_of_which_one_is_whole_and_one_lost_yesterday_morning() {
        DATABASE.execute("truncate organizations, channels, readings, quality_findings, quality_checks, "
                + "channel_day_queue cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'UTC'); "
                + "insert into channels (channel_id, channel_name, organization_id) "
                + "values (1, 'Main', '1'), (2, 'Pump', '1'); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) select c, slot, 1, 4 "
                + "from unnest(array[1, 2]) c, generate_series(date_trunc('day', now(), 'UTC') - interval '1 day', "
                + "now() - interval '15 minutes', interval '15 minutes') slot "
                + "where c = 1 or slot >= date_trunc('day', now(), 'UTC') - interval '12 hours'");
    }

    private static CliRun run(String... arguments) {
        return CliRun.of(
                WattlineUnderTest.launcher(),
                Path.of("").toAbsolutePath(),
                Map.of("DATABASE_URL", DATABASE.url()),
                arguments);
    }

    @Test
    void grades_come_with_their_reasons_and_before_the_first_checks_a_perfect_channel_is_an_a() {
        CliRun run = run("quality", "--days", "2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("1 +Main +A +100.0 % +- +100.0 % +100.0 % +100.0 " + "% *"))
                .contains("The checks over stored readings have not run for 2 of 2 channels yet; these grades do not "
                        + "include them. They run every night, or now with: wattline validate")
                .anyMatch(line -> line.matches("2 +Pump +F .*completeness [5-9][0-9.]+ %; .*gap of 12.0 h.*"))
                .anyMatch(line -> line.matches("1 +Mill +F .*"));
    }

    @Test
    void the_best_grade_needs_every_rule_to_have_run_and_json_says_everything() {
        DATABASE.execute("insert into quality_checks (rule, channel_id, checked_from, checked_to, ran_at) "
                + "select rule, 1, now(), now(), now() from unnest(array['spike', 'flat-line', 'zero-run', "
                + "'negative-run', 'phases-sum', 'sum-check', 'impossible-register', 'voltage-imbalance', "
                + "'energy-against-power', 'duplicates', 'clock-drift']) rule; "
                + "insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, reason, "
                + "marks, found_at, last_seen_at) "
                + "values (2, 'clock-drift', 'critical', now() - interval '1 day', now(), 'x', true, now(), now())");
        JsonNode report = run("quality", "--days", "2", "--json").json();
        assertThat(report.get("days").asInt()).isEqualTo(2);
        JsonNode main = report.get("channels").get(0);
        assertThat(main.get("grade").asText()).isEqualTo("A");
        assertThat(main.get("because")).isEmpty();
        assertThat(main.get("subject").get("rulesNotRun")).isEmpty();
        assertThat(main.get("shares").get("COMPLETENESS").asDouble()).isEqualTo(1);
        assertThat(report.get("channels").get(1).get("because").toString()).contains("1 x clock-drift (critical)");
        DATABASE.execute("update quality_checks set ran_at = now() - interval '37 hours' where rule = 'spike'; "
                + "update quality_checks set problem = 'the source is away' where rule = 'sum-check'");
        assertThat(run("quality", "--days", "2", "--json")
                        .json()
                        .get("channels")
                        .get(0)
                        .get("because")
                        .toString())
                .contains("not run: spike (not since", "not run: sum-check (the source is away)");
    }

    @Test
    void checks_that_have_not_run_for_the_same_reason_are_one_reason() {
        DATABASE.execute("insert into quality_checks (rule, channel_id, checked_from, checked_to, ran_at) "
                + "values ('spike', 1, now(), now(), now())");
        assertThat(run("quality", "--days", "2", "--json").json().get("channels").get(0).get("because").toString())
                .isEqualTo("[\"not run: flat-line, zero-run, negative-run, phases-sum, sum-check, impossible-register, "
                        + "voltage-imbalance, energy-against-power, duplicates, clock-drift (never)\"]");
    }

    @Test
    void only_the_days_asked_for_count() {
        assertThat(run("quality", "--days", "1", "--json")
                        .json()
                        .get("channels")
                        .get(1)
                        .get("shares")
                        .get("COMPLETENESS")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void no_channel_is_an_answer_and_no_days_are_wrong_usage() {
        DATABASE.execute("truncate channels cascade");
        assertThat(run("quality").out()).contains("No channel has expected readings yet.");
        CliRun wrong = run("quality", "--days", "0");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--days is 0; allowed: 1 to 3660");
    }
}
