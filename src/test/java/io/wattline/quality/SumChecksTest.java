package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.CounterBins;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import io.wattline.reading.SyncRequest;
import io.wattline.testing.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fortnight of the simulated source, kept by the real pipeline, held against the source's own registers. */
class SumChecksTest {

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-15T12:00:00Z"));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(4, 1), clock), clock, Map.of("readings.history", "14d"));
        wattline.sync(new SyncRequest(null, List.of(), null));
        wattline.database().execute("create table good as select * from readings");
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @BeforeEach
    void as_the_source_gave_them() {
        wattline.simulator().faults().set(Set.of());
        wattline.database().execute("truncate readings, quality_findings, quality_checks cascade; "
                + "insert into readings select * from good");
    }

    private static CheckReport validate(int days) {
        return (CheckReport) wattline.request("direct:quality-validate", new CheckRequest(days, List.of()));
    }

    @Test
    void a_clean_fortnight_of_the_source_gives_no_finding_at_all() {
        CheckReport report = validate(14);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notRun()).isEmpty();
        assertThat(wattline.database().rows("select count(distinct rule), count(*) from quality_checks "
                + "where problem is null")).containsExactly("11|44");
    }

    @Test
    void a_day_whose_readings_do_not_add_up_to_the_register_is_found_and_none_of_them_is_marked() {
        wattline.database().execute("update readings set energy_kwh = energy_kwh * 1.02, power_kw = power_kw * 1.02, "
                + "energy_kwh_l1 = null, power_kw_l1 = null "
                + "where channel_id = 61001 and (\"timestamp\" at time zone (select timezone from organizations "
                + "join channels using (organization_id) where channel_id = 61001))::date = '2026-02-12'");
        CheckReport report = validate(7);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("sum-check");
            assertThat(finding.channelId()).isEqualTo(61001);
            assertThat(finding.severity()).isEqualTo("critical");
            assertThat(finding.reason()).contains("in 96 of 96 readings, and", "by the source's register");
        });
        assertThat(wattline.database()
                        .rows("select local_day from channel_day_quality q "
                                + "join quality_findings f using (channel_id) where f.finding_start = q.day_start"))
                .containsExactly("2026-02-12");
        assertThat(wattline.database().rows("select count(*) from readings where data_quality <> 'measured'"))
                .containsExactly("0");
    }

    @Test
    void of_a_day_with_missing_readings_the_register_may_say_more_but_never_less() {
        wattline.database().execute("delete from readings where channel_id = 61001 "
                + "and \"timestamp\" between '2026-02-12T10:00Z' and '2026-02-12T11:00Z'");
        assertThat(validate(7).findings()).isEmpty();
        wattline.database().execute("update readings set energy_kwh = energy_kwh * 1.5, power_kw = power_kw * 1.5, "
                + "energy_kwh_l1 = null, power_kw_l1 = null where channel_id = 61001 "
                + "and \"timestamp\" between '2026-02-12T00:00Z' and '2026-02-12T23:00Z'");
        assertThat(validate(7).findings()).extracting(Finding::rule).contains("sum-check");
    }

    @Test
    void energy_of_a_gap_is_compared_over_the_days_that_it_may_be_of() {
        wattline.database().execute("delete from readings where channel_id = 61001 "
                + "and \"timestamp\" >= '2026-02-12T10:00Z' and \"timestamp\" < '2026-02-12T11:00Z'; "
                + catchUp("(select sum(energy_kwh) from good where channel_id = 61001 "
                        + "and \"timestamp\" >= '2026-02-12T10:00Z' and \"timestamp\" <= '2026-02-12T11:00Z')"));
        assertThat(validate(7).findings()).as("the energy of the gap").isEmpty();
        wattline.database().execute(catchUp("8590"));
        assertThat(validate(7).findings()).as("far more than that").singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("(4 more are within a later one)"));
    }

    @Test
    void energy_of_a_gap_over_midnight_is_compared_over_both_days() {
        String gap = "channel_id = 61001 and \"timestamp\" >= '2026-02-11T20:00Z' "
                + "and \"timestamp\" < '2026-02-12T10:00Z'";
        wattline.database().execute("delete from readings where " + gap);
        String total = "(select sum(energy_kwh) from good where channel_id = 61001 "
                + "and \"timestamp\" >= '2026-02-11T20:00Z' and \"timestamp\" <= '2026-02-12T10:00Z')";
        wattline.database().execute(afterMidnight(total));
        assertThat(wattline.database().rows("select count(distinct (\"timestamp\" at time zone timezone)::date) from "
                + "good join channels using (channel_id) join organizations using (organization_id) where " + gap
                + " or channel_id = 61001 and \"timestamp\" = '2026-02-12T10:00Z'")).containsExactly("2");
        assertThat(validate(7).findings()).as("the energy of the gap").isEmpty();
        wattline.database().execute(afterMidnight(total + " + 30"));
        assertThat(validate(7).findings()).as("more than that").singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("sum-check");
            assertThat(Duration.between(finding.start(), finding.end())).hasDays(2);
            assertThat(finding.reason()).contains("(56 more are within a later one)");
        });
    }

    private static String afterMidnight(String energyKwh) {
        return "update readings set energy_kwh = " + energyKwh + ", energy_kwh_l1 = null, data_quality = 'suspect', "
                + "quality_method = 'catch-up: energy of 57 slots since 2026-02-11T20:00:00Z' "
                + "where channel_id = 61001 and \"timestamp\" = '2026-02-12T10:00Z'";
    }

    private static String catchUp(String energyKwh) {
        return "update readings set energy_kwh = " + energyKwh + ", energy_kwh_l1 = null, data_quality = 'suspect', "
                + "quality_method = 'catch-up: energy of 5 slots since 2026-02-12T10:00:00Z' "
                + "where channel_id = 61001 and \"timestamp\" = '2026-02-12T11:00Z'";
    }

    @ParameterizedTest
    @ValueSource(doubles = {-900, 0})
    void an_impossible_register_is_a_finding_of_its_own_and_never_blames_the_readings(double totalKwh)
            throws IOException {
        SumChecks checks = new SumChecks(
                QualityStandard.parse("q", Files.readString(Path.of("config/quality.yaml"))), true);
        Instant start = Instant.parse("2026-02-12T00:00:00Z");
        SumCheckResults results = checks.begin(CheckRun.of(new CheckRequest(7, List.of()), start.plusSeconds(100_000)));
        checks.compare(
                new SumCheckDay(results, 61001, new Interval(start, start.plusSeconds(86_400)), 96, 0, 96, 50, 0, 0),
                new CounterBins(86_400, new TreeMap<>(Map.of(start, new Counters(totalKwh, Double.NaN)))));
        assertThat((Integer[]) checks.findings(results).get("channels")).isEmpty();
        assertThat((Integer[]) checks.registerFindings(results).get("channels")).containsExactly(61001);
        assertThat((String[]) checks.registerFindings(results).get("reasons")).singleElement().asString()
                .contains("by the source's register");
    }

    @Test
    void readings_without_energy_are_named_where_the_register_disagrees() {
        wattline.database().execute("update readings set energy_kwh = null, energy_kwh_l1 = null "
                + "where channel_id = 61001 and \"timestamp\" = '2026-02-12T10:00Z'; "
                + "update readings set energy_kwh = energy_kwh * 1.5, power_kw = power_kw * 1.5, "
                + "energy_kwh_l1 = null, power_kw_l1 = null where channel_id = 61001 "
                + "and \"timestamp\" between '2026-02-12T00:00Z' and '2026-02-12T23:00Z'");
        assertThat(validate(7).findings()).filteredOn(finding -> finding.rule().equals("sum-check"))
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(finding.reason()).contains("(1 more have no energy)"));
    }

    @Test
    void a_source_that_does_not_answer_is_no_finding_and_the_rule_says_that_it_did_not_run() {
        int forbidden = wattline.simulator().plant().struckBy(Fault.FORBIDDEN).channelId();
        wattline.simulator().faults().set(Set.of(Fault.FORBIDDEN));
        CheckReport report = validate(3);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notRun())
                .allSatisfy(text -> assertThat(text).contains(" at 1 channel(s): ", "403"))
                .extracting(text -> text.substring(0, text.indexOf(' ')))
                .containsExactlyInAnyOrder("sum-check", "impossible-register");
        assertThat(wattline.database().rows("select distinct channel_id from quality_checks where problem is not null"))
                .containsExactly(String.valueOf(forbidden));
    }

    @Test
    void a_poll_that_brings_the_same_values_leaves_the_mark_and_a_correction_takes_it_away() {
        wattline.database().execute("update readings set power_kw = 500, energy_kwh = 125 where channel_id = 61001 "
                + "and \"timestamp\" = '2026-02-12T10:00Z'");
        assertThat(validate(7).findings()).extracting(Finding::rule).contains("spike");
        wattline.database().execute("create table marked as select * from readings where data_quality = 'suspect'");
        String same = "select count(*) from readings r join marked m using (channel_id, \"timestamp\") "
                + "where r.data_quality = 'suspect'";
        long marked = Long.parseLong(wattline.database().rows(same).get(0));
        Interval day = new Interval(Instant.parse("2026-02-12T00:00:00Z"), Instant.parse("2026-02-13T00:00:00Z"));
        wattline.sync(new SyncRequest(day, List.of(61001), null));
        assertThat(Long.parseLong(wattline.database().rows(same).get(0))).as("the corrected slot is measured again, "
                + "the rest waits for the next check").isLessThan(marked);
        assertThat(wattline.database().rows("select data_quality, quality_method from readings "
                + "where channel_id = 61001 and \"timestamp\" = '2026-02-12T10:00Z'")).containsExactly("measured|null");
        validate(7);
        assertThat(wattline.database().rows("select count(*) from readings where data_quality = 'suspect'"))
                .containsExactly("0");
        wattline.database().execute("update readings set data_quality = 'suspect', quality_method = 'finding:spike' "
                + "where channel_id = 61001 and \"timestamp\" = '2026-02-12T10:00Z'; drop table marked");
        wattline.sync(new SyncRequest(day, List.of(61001), null));
        assertThat(wattline.database().rows("select data_quality from readings where channel_id = 61001 "
                + "and \"timestamp\" = '2026-02-12T10:00Z'")).as("the same values again").containsExactly("suspect");
    }
}
