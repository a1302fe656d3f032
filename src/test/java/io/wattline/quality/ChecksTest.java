package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each check over stored readings, on a three-phase load of a month that is busy by day: what must be found, and what
 * must not.
 */
class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static MovableClock clock;
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        clock = new MovableClock(NOW);
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of());
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @BeforeEach
    void a_month_of_good_readings() {
        execute("truncate organizations, channels, readings, reading_history, dead_letters, quality_findings, "
                + "quality_checks, channel_day_queue cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'UTC'); "
                + "insert into channels (channel_id, channel_name, organization_id, channel_type) "
                + "values (1, 'Main', '1', 'grid meter'); select setseed(0.4); "
                + "insert into readings (channel_id, \"timestamp\", power_kw, energy_kwh, voltage_v, voltage_v_l1, "
                + "voltage_v_l2, voltage_v_l3, power_kw_l1, power_kw_l2, power_kw_l3, energy_kwh_l1, energy_kwh_l2, "
                + "energy_kwh_l3) "
                + "select 1, slot, kw, kw / 4 * (1 + (random() - 0.5) / 1000), 228 + 4 * random(), 228 + 4 * "
                + "random(), 228 + 4 * random(), 228 + 4 * random(), kw / 3, kw / 3, kw / 3, kw / 12, kw / 12, kw / 12 "
                + "from (select slot, (case when extract(hour from slot) between 7 and 17 and extract(dow "
                + "from slot) between 1 and 5 then 30 else 6 end) * (0.8 + 0.4 * random()) as kw "
                + "from generate_series('2026-02-01Z'::timestamptz, '2026-03-03T11:45Z', interval '15 minutes') slot) "
                + "load");
        clock.advance(java.time.Duration.between(clock.instant(), NOW));
    }

    private static void execute(String sql) {
        wattline.database().execute(sql);
    }

    private static CheckReport validate(int days) {
        return (CheckReport) wattline.request("direct:quality-validate", new CheckRequest(days, List.of()));
    }

    /** What is open: {@code rule|start|end}, the times without year, zone and seconds. */
    private static List<String> open() {
        return wattline.database().rows("select rule, to_char(finding_start at time zone 'UTC', 'MM-DD HH24:MI'), "
                + "to_char(finding_end at time zone 'UTC', 'MM-DD HH24:MI') "
                + "from quality_findings where closed_at is null order by 1, 2");
    }

    private static void change(String columns, String from, String to) {
        execute("update readings set " + columns + " where \"timestamp\" >= '2026-" + from + "Z' "
                + "and \"timestamp\" < '2026-" + to + "Z'");
    }

    @Test
    void good_readings_give_no_finding_and_every_rule_has_run() {
        CheckReport report = validate(14);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notRun()).isEmpty();
        assertThat(wattline.database().rows("select count(*), count(problem) from quality_checks"))
                .containsExactly("11|0");
        assertThat(wattline.database().rows("select count(*) from reading_history")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rule | what happens | from | to | found from | found to
                "spike | power_kw = 200, energy_kwh = 50, power_kw_l1 = 200, power_kw_l2 = 0, power_kw_l3 = 0, "
                        + "energy_kwh_l1 = 50, energy_kwh_l2 = 0, energy_kwh_l3 = 0 | 03-02 02:00 | 03-02 02:15 | "
                        + "03-02 02:00 | "
                        + "03-02 02:15",
                "flat-line | power_kw = 6, energy_kwh = 1.5, voltage_v = 230, power_kw_l1 = 2, power_kw_l2 = 2, "
                        + "power_kw_l3 = 2, energy_kwh_l1 = .5, energy_kwh_l2 = .5, energy_kwh_l3 = .5 | 03-02 01:00 "
                        + "| 03-02 04:00 "
                        + "| 03-02 01:00 | 03-02 04:00",
                "zero-run | power_kw = 0, energy_kwh = 0, power_kw_l1 = 0, power_kw_l2 = 0, power_kw_l3 = 0, "
                        + "energy_kwh_l1 = 0, energy_kwh_l2 = 0, energy_kwh_l3 = 0 | 02-28 09:00 | 03-03 09:00 | "
                        + "02-28 09:00 | 03-03 "
                        + "09:00",
                "negative-run | power_kw = -power_kw, energy_kwh = -energy_kwh, power_kw_l1 = null, energy_kwh_l1 = "
                        + "null | 03-02 01:00 | 03-02 02:00 | 03-02 01:00 | 03-02 02:00",
                "phases-sum | power_kw_l2 = 0 | 03-02 01:00 | 03-02 01:30 | 03-02 01:00 | 03-02 01:30",
                "phases-sum | energy_kwh_l3 = energy_kwh_l3 * 1.5 | 03-02 01:00 | 03-02 01:15 | 03-02 01:00 | 03-02 "
                        + "01:15",
                "voltage-imbalance | voltage_v_l1 = 210 | 03-02 01:00 | 03-02 02:00 | 03-02 01:00 | 03-02 02:00",
                "energy-against-power | energy_kwh = energy_kwh * 1.25, energy_kwh_l1 = null | 03-02 01:00 | 03-02 "
                        + "01:30 | 03-02 01:00 | 03-02 01:30"
            })
    void a_fault_is_found_from_its_first_reading_to_its_last(
            String rule, String columns, String from, String to, String foundFrom, String foundTo) {
        change(columns, from, to);
        CheckReport report = validate(7);
        assertThat(open()).containsExactly(rule + "|" + foundFrom + "|" + foundTo);
        assertThat(report.findings()).singleElement().satisfies(finding -> assertThat(finding.reason())
                .startsWith("Channel 1, [2026-")
                .endsWith("(check " + rule + ", config/quality.yaml)"));
        assertThat(report.findings().get(0).isNew()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a load that doubles within a quarter of an hour | power_kw = 60, energy_kwh = 15, power_kw_l1 = null, "
                + "energy_kwh_l1 = null | 03-02 12:00 | 03-02 12:15",
        "a kettle | power_kw = power_kw + 1.9, energy_kwh = energy_kwh + 1.9 / 4, power_kw_l1 = null, energy_kwh_l1 = "
                + "null | 03-02 02:00 | 03-02 02:15",
        "constant power with a living voltage | power_kw = 6, energy_kwh = 1.5, power_kw_l1 = null, energy_kwh_l1 = "
                + "null | 03-01 20:00 | 03-02 04:00",
        "a flat line that is too short | power_kw = 6, energy_kwh = 1.5, voltage_v = 230, power_kw_l1 = null, "
                + "energy_kwh_l1 = null | 03-02 01:00 | 03-02 03:45",
        "a weekend of zeros | power_kw = 0, energy_kwh = 0, power_kw_l1 = 0, power_kw_l2 = 0, power_kw_l3 = 0, "
                + "energy_kwh_l1 = 0, energy_kwh_l2 = 0, energy_kwh_l3 = 0 | 02-28 00:00 | 03-02 06:00",
        "three negative readings | power_kw = -power_kw, energy_kwh = -energy_kwh, power_kw_l1 = null, energy_kwh_l1 "
                + "= null | 03-02 01:00 | 03-02 01:45",
        "phases within the tolerance | power_kw_l2 = power_kw_l2 * 1.05 | 03-02 01:00 | 03-02 03:00",
        "a phase that is not there | power_kw_l2 = null, energy_kwh_l2 = null, voltage_v_l2 = null | 03-02 01:00 | "
                + "03-02 03:00",
        "a phase with 2.5 % less | voltage_v_l1 = 222, voltage_v_l2 = 230, voltage_v_l3 = 230 | 03-02 01:00 | 03-02 "
                + "05:00",
        "three quarters of an hour of imbalance | voltage_v_l1 = 210 | 03-02 01:00 | 03-02 01:45",
        "energy within the tolerance | energy_kwh = energy_kwh * 1.09, energy_kwh_l1 = null | 03-02 01:00 | 03-02 "
                + "05:00",
        "caught-up energy | energy_kwh = 500, data_quality = 'suspect', quality_method = 'catch-up' | 03-02 01:00 | "
                + "03-02 01:15",
        "an estimate | power_kw = 900, energy_kwh = 1, voltage_v = null, voltage_v_l1 = null, voltage_v_l2 = null, "
                + "voltage_v_l3 = null, power_kw_l1 = null, power_kw_l2 = null, power_kw_l3 = null, energy_kwh_l1 = "
                + "null, energy_kwh_l2 = null, energy_kwh_l3 = null, data_quality = 'estimated', quality_method = "
                + "'linear' | 03-02 01:00 | 03-02 01:15",
        "two days of double load | power_kw = power_kw * 2, energy_kwh = energy_kwh * 2, power_kw_l1 = null, "
                + "energy_kwh_l1 = null | 03-01 00:00 | 03-03 00:00",
        "holidays | power_kw = 6 * (0.8 + 0.4 * random()), energy_kwh = null, power_kw_l1 = null, energy_kwh_l1 = "
                + "null | 02-24 00:00 | 02-28 00:00"})
    void what_is_no_fault_is_not_found(String what, String columns, String from, String to) {
        change(columns, from, to);
        execute("update readings set energy_kwh = power_kw / 4 where energy_kwh is null");
        validate(7);
        assertThat(open()).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01:45, 02:00", "02:15, 02:30", "01:00, 02:00"})
    void a_huge_value_beside_a_gap_is_a_spike(String from, String to) {
        execute("delete from readings where channel_id = 1 and \"timestamp\" >= '2026-03-02 " + from
                + "Z' and \"timestamp\" < '2026-03-02 " + to + "Z'");
        change(
                "power_kw = 364, energy_kwh = 91, power_kw_l1 = null, energy_kwh_l1 = null",
                "03-02 02:00",
                "03-02 02:15");
        validate(7);
        assertThat(open()).containsExactly("spike|03-02 02:00|03-02 02:15");
    }

    @Test
    void what_generates_may_be_negative() {
        execute("update channels set channel_type = 'solar meter'");
        change(
                "power_kw = -power_kw, energy_kwh = -energy_kwh, power_kw_l1 = null, energy_kwh_l1 = null",
                "03-02 01:00",
                "03-02 05:00");
        validate(7);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_copy_of_the_day_before_and_a_second_row_for_a_slot_are_duplicates() {
        execute("update readings r set energy_kwh = b.energy_kwh, power_kw = b.power_kw, voltage_v = b.voltage_v, "
                + "power_kw_l1 = null, energy_kwh_l1 = null from readings b "
                + "where b.\"timestamp\" = r.\"timestamp\" - interval '24 hours' "
                + "and r.\"timestamp\" >= '2026-02-27T01:00Z' and r.\"timestamp\" < '2026-02-27T04:00Z'; "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                + "values (1, '2026-03-02T01:04:31Z', 1, 'measured', null)");
        validate(7);
        assertThat(open()).containsExactly("duplicates|02-27 01:00|02-27 04:00", "duplicates|03-02 01:00|03-02 01:15");
        assertThat(wattline.database().rows("select quality_method, count(*) from readings "
                + "where data_quality = 'suspect' group by 1 order by 1"))
                .containsExactly("finding:duplicates|14");
    }

    @Test
    void adopted_rows_that_do_not_count_count_in_no_check_either() {
        execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, quality_method) "
                + "select 1, slot + interval '271 seconds', 5, 20, 'suspect', 'adopted-off-grid' "
                + "from generate_series('2026-03-01T00:00Z'::timestamptz, '2026-03-03T06:00Z', "
                + "interval '15 minutes') slot");
        CheckReport report = validate(7);
        assertThat(report.findings()).isEmpty();
        assertThat(wattline.database().rows("select quality_method, count(*) from readings "
                + "where data_quality = 'suspect' group by 1")).containsExactly("adopted-off-grid|217");
        assertThat(wattline.database().rows("select sum(off_grid), sum(suspect) from channel_day_quality"))
                .containsExactly("0|0");
    }

    @Test
    void a_run_of_zeros_that_is_longer_than_the_checks_look_back_keeps_its_start_and_goes_on() {
        change("power_kw = 0, energy_kwh = 0, power_kw_l1 = 0, power_kw_l2 = 0, power_kw_l3 = 0, energy_kwh_l1 = 0, "
                + "energy_kwh_l2 = 0, energy_kwh_l3 = 0", "02-10 00:00", "03-04 00:00");
        assertThat(validate(3).findings()).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("2064 readings of zero; "));
        assertThat(open()).containsExactly("zero-run|02-10 00:00|03-03 12:00");
        clock.advance(java.time.Duration.ofDays(4));
        execute("insert into readings (channel_id, \"timestamp\", power_kw, energy_kwh, voltage_v) "
                + "select 1, slot, 0, 0, 230 + random() from generate_series('2026-03-03T12:00Z'::timestamptz, "
                + "'2026-03-07T11:45Z', interval '15 minutes') slot");
        assertThat(validate(3).findings()).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("2448 readings of zero; "));
        assertThat(open()).containsExactly("zero-run|02-10 00:00|03-07 12:00");
    }

    @Test
    void a_finding_from_before_takes_the_severity_and_the_mark_that_its_rule_has_now() {
        execute("insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, reason, marks, "
                + "run_id, last_run_id, found_at, last_seen_at) "
                + "values (1, 'clock-drift', 'critical', '2026-02-10Z', '2026-02-13Z', 'doubled', true, 1, 1, "
                + "'2026-02-13Z', '2026-02-13Z'); "
                + "update readings set data_quality = 'suspect', quality_method = 'finding:clock-drift' "
                + "where \"timestamp\" >= '2026-02-10Z' and \"timestamp\" < '2026-02-13Z'");
        validate(7);
        assertThat(wattline.database().rows("select severity, marks, closed_at is null from quality_findings "
                + "where rule = 'clock-drift'")).containsExactly("warning|f|t");
        assertThat(wattline.database().rows("select count(*) from readings where data_quality <> 'measured'"))
                .containsExactly("0");
    }

    @Test
    void readings_that_come_off_the_grid_again_and_again_are_a_clock_that_drifts() {
        String letters = "insert into dead_letters (channel_id, reading_timestamp, stage, rule, reason, payload) "
                + "select 1, slot + interval '271 seconds', 'validate', 'timestamp-on-grid', 'x', '{}' "
                + "from generate_series('2026-03-02T01:00Z'::timestamptz, '2026-03-02T%sZ', interval '15 minutes') "
                + "slot";
        execute(letters.formatted("01:15"));
        validate(7);
        assertThat(open()).isEmpty();
        execute("truncate dead_letters; " + letters.formatted("01:30"));
        CheckReport report = validate(7);
        assertThat(open()).containsExactly("clock-drift|03-02 01:00|03-02 01:45");
        assertThat(report.findings().get(0).reason()).contains("3 readings off the grid by 271 s");
    }

    @Test
    void kept_readings_that_came_before_their_interval_was_over_are_a_clock_that_is_ahead() {
        execute("delete from runs where run_id >= 1000; insert into runs (run_id, kind, started_at, finished_at) "
                + "overriding system value "
                + "values (1000, 'poll', '2026-03-02T01:10Z', '2026-03-02T01:11Z'), (1001, 'poll', "
                + "'2026-03-02T02:00Z', '2026-03-02T02:00Z')");
        change("run_id = 1001", "03-02 01:15", "03-02 02:00");
        change("run_id = 1000", "03-02 00:30", "03-02 01:15");
        validate(7);
        assertThat(open()).as("one only").isEmpty();
        change("run_id = 1000", "03-02 01:00", "03-02 01:45");
        CheckReport report = validate(7);
        assertThat(open()).containsExactly("clock-drift|03-02 01:00|03-02 01:45");
        assertThat(report.findings().get(0).reason()).contains("0 readings off the grid by 0 s as a rule, 3 "
                + "from the future");
    }

    @Test
    void a_finding_marks_measured_readings_keeps_the_old_row_and_lets_go_of_them_when_it_is_gone() {
        change("power_kw_l2 = 0", "03-02 01:00", "03-02 01:30");
        validate(7);
        assertThat(wattline.database().rows("select data_quality, quality_method, run_id from readings "
                + "where data_quality <> 'measured'"))
                .containsExactly("suspect|finding:phases-sum|null", "suspect|finding:phases-sum|null");
        assertThat(wattline.database()
                        .rows("select old->>'data_quality' from reading_history "
                                + "where \"timestamp\" = '2026-03-02T01:15Z' and old->>'power_kw_l2' = '0'"))
                .containsExactly("measured");
        assertThat(wattline.database().rows("select suspect from channel_day_quality where local_day = '2026-03-02'"))
                .containsExactly("2");
        long history = historyRows();
        assertThat(validate(7).findings()).singleElement().satisfies(finding -> assertThat(finding.isNew()).isFalse());
        assertThat(historyRows()).as("marked once").isEqualTo(history);
        change("power_kw_l2 = power_kw / 3", "03-02 01:00", "03-02 01:30");
        CheckReport report = validate(7);
        assertThat(report.closed()).isEqualTo(1);
        assertThat(open()).isEmpty();
        assertThat(wattline.database().rows("select count(*) from readings where data_quality <> 'measured'"))
                .containsExactly("0");
        assertThat(wattline.database().rows("select close_reason from quality_findings"))
                .containsExactly("not found any more");
    }

    private static long historyRows() {
        return (Long) wattline.value("select count(*) from reading_history");
    }

    @Test
    void a_run_that_goes_on_for_weeks_is_one_finding_whichever_time_is_looked_at() {
        change("voltage_v_l1 = 210", "02-10 01:00", "03-03 12:00");
        validate(20);
        assertThat(open()).containsExactly("voltage-imbalance|02-10 01:00|03-03 12:00");
        validate(1);
        assertThat(open()).containsExactly("voltage-imbalance|02-10 01:00|03-03 12:00");
        execute("update readings set voltage_v_l1 = voltage_v where \"timestamp\" >= '2026-02-20Z'");
        validate(3);
        assertThat(open()).as("what was not looked at again stays").containsExactly("voltage-imbalance|02-10 "
                + "01:00|02-28 12:00");
        validate(20);
        assertThat(open()).containsExactly("voltage-imbalance|02-10 01:00|02-20 00:00");
    }

    @Test
    void what_lies_before_the_checked_days_is_left_as_it_is_and_other_channels_too() {
        change("power_kw_l2 = 0", "02-20 01:00", "02-20 01:30");
        validate(20);
        change("power_kw_l2 = power_kw / 3", "02-20 01:00", "02-20 01:30");
        validate(3);
        assertThat(open()).hasSize(1);
        wattline.request("direct:quality-validate", new CheckRequest(20, List.of(2)));
        assertThat(open()).hasSize(1);
        wattline.request("direct:quality-validate", new CheckRequest(20, List.of(1)));
        assertThat(open()).isEmpty();
    }

    @Test
    void where_two_findings_overlap_the_worse_names_the_readings_and_the_other_takes_over() {
        execute("insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, reason, marks, "
                + "found_at, last_seen_at) "
                + "values (1, 'clock-drift', 'critical', '2026-02-27Z', '2026-03-03Z', 'x', true, '2026-03-03Z', "
                + "'2026-03-03Z'), (1, 'flat-line', 'warning', '2026-03-02T12:00Z', '2026-03-02T15:00Z', 'x', true, "
                + "'2026-03-03Z', "
                + "'2026-03-03Z'); "
                + "select mark_readings(1, '2026-02-27Z', '2026-03-03Z', '2026-03-03Z')");
        assertThat(wattline.database().rows("select distinct quality_method from readings "
                + "where \"timestamp\" = '2026-03-02T12:00Z'")).containsExactly("finding:clock-drift");
        execute("update quality_findings set closed_at = now() where rule = 'clock-drift'; "
                + "select mark_readings(1, '2026-02-27Z', '2026-03-03Z', '2026-03-03Z')");
        assertThat(wattline.database().rows("select quality_method, count(*) from readings "
                + "where data_quality = 'suspect' group by 1")).containsExactly("finding:flat-line|12");
    }
}
