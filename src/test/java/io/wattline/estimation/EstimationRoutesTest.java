package io.wattline.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.SyncRequest;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Scrape;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From a gap that the source has refused for good to its readings, and what becomes of them. A gateway was away for 5
 * to 36 hours; the real service, source and database.
 */
class EstimationRoutesTest {

    private static final int INCOMER = 61001;
    private static final int SUN = 61005;
    private static final Plant PLANT = Plant.installation(3);
    private static MovableClock clock;
    private static WattlineUnderTest wattline;
    /** In which the gateway was away. */
    private static Interval gap;

    @BeforeAll
    static void start() {
        gap = gapOf(new Interval(Instant.parse("2026-02-15T00:00:00Z"), Instant.parse("2026-10-01T00:00:00Z")));
        clock = new MovableClock(gap.end().plus(Duration.ofHours(6)));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(PLANT, clock).withFaults(Set.of(Fault.GATEWAY_GAP)),
                clock,
                Map.of("readings.history", "26d"));
        wattline.sync(new SyncRequest(null, List.of(INCOMER, SUN), null));
        wattline.database().execute("create schema aside; create table aside.readings as select * "
                + "from readings; create table aside.poll_state as select * from poll_state");
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    /** The first one of 5 to 36 h without another in the four weeks before it. */
    private static Interval gapOf(Interval year) {
        MovableClock later = new MovableClock(year.end().plus(Duration.ofDays(9)));
        try (Simulator simulator =
                Simulator.start(SimulatorSettings.of(PLANT, later).withFaults(Set.of(Fault.GATEWAY_GAP)))) {
            Instant free = year.start();
            List<Instant> empty = new ArrayList<>(new TreeSet<>(simulator.truth().empty(INCOMER, year)));
            for (int first = 0, i = 0; i < empty.size(); i++) {
                boolean last = i + 1 == empty.size() || !empty.get(i + 1).equals(empty.get(i).plusSeconds(900));
                if (last) {
                    Interval found = new Interval(empty.get(first), empty.get(i).plusSeconds(900));
                    boolean alone = Duration.between(free, found.start()).toDays() >= 27;
                    if (alone && found.length().toHours() >= 5 && found.length().toHours() <= 36) {
                        return found;
                    }
                    free = found.end();
                    first = i + 1;
                }
            }
        }
        throw new IllegalStateException("This plant has no such gap: choose another seed");
    }

    /** As after the first poll: four weeks of both channels, and the gap. */
    @BeforeEach
    void what_was_read() {
        wattline.database().execute("truncate readings, reading_history, ingestion_logs, dead_letters, poll_state, "
                + "runs, data_gaps, estimates restart identity; "
                + "insert into readings select * from aside.readings; insert into poll_state select * "
                + "from aside.poll_state");
        wattline.simulator().faults().set(Set.of(Fault.GATEWAY_GAP));
        wattline.simulator().faults().share(0);
    }

    /** The source has been asked for the gap often enough. */
    private static void refused(int channel) {
        wattline.database().execute(("insert into data_gaps (channel_id, gap_start, gap_end, reason, fillable, "
                + "missing_slots) values (%d, '%s', '%s', 'no_data_from_source', false, %d)")
                .formatted(channel, gap.start(), gap.end(), slots()));
    }

    private static EstimationReport estimate(Integer... channels) {
        return run(EstimationRun.requested(List.of(channels), false, (done, of) -> { }));
    }

    private static EstimationReport run(EstimationRun run) {
        return (EstimationReport) wattline.request("direct:estimation-run", run);
    }

    private static Map<String, Object> noted(int channel) {
        return wattline.rows(
                        "select *, array_to_string(array(select jsonb_object_keys(inputs) "
                                + "order by 1), ',') as input_names from estimates where channel_id = ? "
                                + "order by run_id desc",
                        channel)
                .get(0);
    }

    private static double sum(String column, int channel) {
        return (Double) wattline.value("select coalesce(sum(" + column + "), 0) from readings where channel_id = ? "
                + "and data_quality = 'estimated'", channel);
    }

    private static double truth(int channel) {
        return wattline.simulator().truth().energyKwh(channel, gap);
    }

    private static long slots() {
        return gap.slots(Duration.ofMinutes(15));
    }

    @Test
    void a_gap_is_filled_with_what_the_register_counted_marked_and_closed() {
        refused(INCOMER);
        double before = Scrape.of(wattline).value("wattline_estimates_slots_total{method=\"like-day\"}");
        EstimationReport report = estimate(INCOMER);
        assertThat(report.slotsByMethod()).isEqualTo(Map.of("like-day", (int) slots()));
        assertThat(sum("energy_kwh", INCOMER)).isCloseTo(truth(INCOMER), within(1e-6));
        assertThat(wattline.rows(
                        "select data_quality, quality_method, run_id, count(*), min(energy_kwh) >= 0 as "
                                + "positive, max(abs(power_kw * 0.25 - energy_kwh)) < 1e-9 as agree, "
                                + "count(voltage_v) + count(current_a) + count(energy_export_kwh) as others "
                                + "from readings "
                                + "where \"timestamp\" >= ? and \"timestamp\" < ? group by 1, 2, 3",
                        Timestamp.from(gap.start()),
                        Timestamp.from(gap.end())))
                .containsExactly(Map.of(
                        "data_quality",
                        "estimated",
                        "quality_method",
                        "like-day",
                        "run_id",
                        report.runId(),
                        "count",
                        slots(),
                        "positive",
                        true,
                        "agree",
                        true,
                        "others",
                        0L));
        assertThat(noted(INCOMER))
                .containsEntry("method", "like-day")
                .containsEntry("total_source", "action=total")
                .containsEntry("slots", (int) slots())
                .containsEntry("why_none", null)
                .containsEntry("input_names", "days,factor,notUsed,ratio");
        assertThat((Double) noted(INCOMER).get("known_total_kwh")).isCloseTo(truth(INCOMER), within(1e-6));
        assertThat(wattline.rows("select close_reason, fill_method, filled_by, filled_at is not null "
                        + "and closed_at is not null as closed from data_gaps"))
                .containsExactly(Map.of(
                        "close_reason",
                        "filled",
                        "fill_method",
                        "estimated",
                        "filled_by",
                        report.runId(),
                        "closed",
                        true));
        assertThat(wattline.value(
                        "select kind || (finished_at is not null) from runs where run_id = ?", report.runId()))
                .isEqualTo("estimatetrue");
        assertThat(Scrape.of(wattline).value("wattline_estimates_slots_total{method=\"like-day\"}") - before)
                .isEqualTo(slots());
        assertThat(estimate(INCOMER).gaps()).as("once is enough").isEmpty();
    }

    @Test
    void the_measurement_that_comes_after_all_replaces_the_estimate_and_the_history_keeps_it() {
        refused(INCOMER);
        long run = estimate(INCOMER).runId();
        wattline.simulator().faults().set(Set.of());
        wattline.sync(new SyncRequest(gap, List.of(INCOMER), null));
        assertThat(wattline.value("select count(*) from readings where data_quality <> 'measured'")).isEqualTo(0L);
        assertThat(wattline.value("select count(*) from readings where \"timestamp\" >= ? and \"timestamp\" < ? "
                + "and voltage_v is not null", Timestamp.from(gap.start()),
                Timestamp.from(gap.end()))).isEqualTo(slots());
        assertThat(wattline.rows("select count(*), count(distinct replaced_by_run) as by from reading_history "
                + "where old->>'data_quality' = 'estimated' and old_run = ? and replaced_by_run <> ?", run, run))
                .containsExactly(Map.of("count", slots(), "by", 1L));
    }

    @Test
    void the_energy_that_the_reading_after_the_gap_caught_up_is_spread_over_it_and_counts_once() {
        wattline.simulator().faults().set(Set.of(Fault.CATCH_UP_ENERGY));
        Interval after = new Interval(gap.end(), gap.end().plus(Duration.ofHours(1)));
        wattline.sync(new SyncRequest(after, List.of(INCOMER), null));
        refused(INCOMER);
        double before = (Double) wattline.value("select sum(total_energy_kwh) from v_readings_daily "
                + "where meter_id = ?", INCOMER);
        assertThat(estimate(INCOMER).gaps())
                .singleElement()
                .returns("catch-up", EstimationReport.GapResult::totalSource);
        Map<String, Object> caughtUp = wattline.rows("select energy_kwh, power_kw, quality_method from readings "
                + "where channel_id = ? and \"timestamp\" = ?", INCOMER, Timestamp.from(gap.end())).get(0);
        assertThat((String) caughtUp.get("quality_method"))
                .as("what the rule book wrote")
                .startsWith("catch-up: energy of ")
                .endsWith(" since " + gap.start());
        double own = (Double) caughtUp.get("power_kw") * 0.25;
        assertThat(sum("energy_kwh", INCOMER) + own).isCloseTo((Double) caughtUp.get("energy_kwh"), within(1e-6));
        assertThat(sum("energy_kwh", INCOMER)).as("the truth, but for the 0.1 % of one slot by which mean power is "
                + "off").isCloseTo(truth(INCOMER), within(0.01));
        assertThat((Double) wattline.value(
                        "select sum(total_energy_kwh) from v_readings_daily where meter_id = ?", INCOMER))
                .isCloseTo(before, within(1e-6));
        wattline.sync(new SyncRequest(after, List.of(INCOMER), null));
        assertThat(wattline.value(
                        "select quality_method from readings where channel_id = ? and \"timestamp\" = ?",
                        INCOMER,
                        Timestamp.from(gap.end())))
                .as("asked for again")
                .isEqualTo(caughtUp.get("quality_method"));
        assertThat(wattline.value("select count(*) from dead_letters")).isEqualTo(0L);
    }

    @Test
    void the_sun_is_estimated_in_both_directions() {
        refused(SUN);
        assertThat(estimate(SUN).gaps())
                .singleElement()
                .returns("like-day", EstimationReport.GapResult::method)
                .returns("action=total", EstimationReport.GapResult::totalSource);
        assertThat(sum("energy_kwh", SUN)).isCloseTo(truth(SUN), within(1e-6));
        wattline.simulator().faults().set(Set.of());
        double exported = wattline.simulator().truth().readings(SUN, gap).values().stream()
                .mapToDouble(values -> values[Column.ENERGY_EXPORT_KWH.ordinal()])
                .sum();
        assertThat(sum("energy_export_kwh", SUN)).isCloseTo(exported, within(1e-6)).isPositive();
        assertThat(sum("power_kw", SUN) * 0.25).isCloseTo(truth(SUN) - exported, within(1e-6));
    }

    @Test
    void without_a_good_reading_after_the_gap_the_source_is_asked_for_the_total() {
        refused(INCOMER);
        wattline.database().execute("update readings set data_quality = 'suspect', quality_method = 'test' "
                + "where \"timestamp\" = '" + gap.end() + "'");
        assertThat(estimate(INCOMER).gaps())
                .singleElement()
                .returns("action=total", EstimationReport.GapResult::totalSource);
        assertThat(sum("energy_kwh", INCOMER)).isCloseTo(truth(INCOMER), within(1e-6));
    }

    @Test
    void only_what_the_source_has_refused_for_good_is_estimated() {
        refused(INCOMER);
        for (String change : List.of(
                "fillable = null",
                "fillable = true",
                "fillable = false, reason = 'planned'",
                "reason = 'rejected', closed_at = now()")) {
            wattline.database().execute("update data_gaps set " + change);
            assertThat(estimate().gaps()).as(change).isEmpty();
        }
        wattline.database().execute("update data_gaps set closed_at = null");
        assertThat(estimate(SUN).gaps()).as("another channel").isEmpty();
        assertThat(wattline.value("select count(*) from runs where kind = 'estimate'"))
                .as("nothing to do is no run")
                .isEqualTo(0L);
        assertThat(estimate().gaps()).as("rejected, and nothing better will come").hasSize(1);
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_writes_nothing() {
        refused(INCOMER);
        List<Integer> steps = new ArrayList<>();
        EstimationReport report =
                run(EstimationRun.requested(List.of(), true, (done, of) -> steps.addAll(List.of(done, of))));
        assertThat(report.gaps())
                .singleElement()
                .returns((int) slots(), EstimationReport.GapResult::slots)
                .returns("action=total", EstimationReport.GapResult::totalSource);
        assertThat(report.runId()).isNull();
        assertThat(steps).containsExactly(1, 1);
        assertThat(wattline.value("select (select count(*) from estimates) + (select count(*) from runs "
                + "where kind = 'estimate') + (select count(*) from data_gaps where closed_at is not null)"
                + " + (select count(*) from readings where data_quality = 'estimated')")).isEqualTo(0L);
    }

    @Test
    void a_source_that_refuses_does_not_know_and_one_that_is_away_is_waited_for() {
        refused(INCOMER);
        // a field that the channel lacks: every question is refused
        wattline.database().execute("update poll_state set fields = '{E,Ex}'");
        assertThat(run(EstimationRun.requested(List.of(), true, (done, of) -> {}))
                        .gaps())
                .singleElement()
                .returns("like-day", EstimationReport.GapResult::method)
                .returns(null, EstimationReport.GapResult::totalSource);
        wattline.simulator().faults().set(Set.of(Fault.SERVER_ERROR));
        wattline.simulator().faults().share(1);
        EstimationReport report = estimate();
        assertThat(report.gaps())
                .singleElement()
                .matches(EstimationReport.GapResult::later)
                .extracting(EstimationReport.GapResult::why)
                .asString()
                .contains("could not be asked");
        assertThat(wattline.value("select count(*) from estimates")).as("nothing is decided").isEqualTo(0L);
    }

    @Test
    void a_gap_that_nothing_can_be_made_of_says_why_and_the_timer_leaves_it_alone_for_a_day() {
        refused(INCOMER);
        wattline.database()
                .execute("delete from readings where \"timestamp\" < '"
                        + gap.start().minus(Duration.ofDays(6)) + "'");
        wattline.request("direct:estimation-run", null);
        assertThat(noted(INCOMER))
                .containsEntry("method", "none")
                .containsEntry("slots", 0)
                .containsEntry("energy_kwh", null);
        assertThat((String) noted(INCOMER).get("why_none"))
                .contains(
                        "linear: the gap is longer than 1 h",
                        "like-day: " + slots() + " of " + slots() + " slots have less than 2 good readings");
        assertThat(wattline.value("select count(*) from data_gaps where closed_at is null")).isEqualTo(1L);
        wattline.request("direct:estimation-run", null);
        assertThat(wattline.value("select count(*) from estimates")).isEqualTo(1L);
        assertThat(estimate().gaps()).as("somebody asks").hasSize(1);
        clock.advance(Duration.ofHours(25));
        wattline.request("direct:estimation-run", null);
        assertThat(wattline.value("select count(*) from estimates")).isEqualTo(3L);
        clock.advance(Duration.ofHours(-25));
    }

    @Test
    void a_reading_that_comes_while_it_is_estimated_wins() {
        refused(INCOMER);
        Instant slot = gap.start().plusSeconds(900);
        EstimationReport report = run(EstimationRun.requested(List.of(), false, (done, of) -> { }), slot);
        assertThat(report.gaps()).singleElement().returns(0, EstimationReport.GapResult::slots);
        assertThat(wattline.value("select count(*) from readings where data_quality = 'estimated'")).isEqualTo(0L);
        assertThat(noted(INCOMER)).containsEntry("method", "none");
        assertThat((String) noted(INCOMER).get("why_none")).startsWith("a reading came meanwhile");
        assertThat(estimate().gaps()).as("until the gap is split").isEmpty();
    }

    /** A reading arrives as soon as the gap has been chosen. */
    private static EstimationReport run(EstimationRun run, Instant arriving) {
        Estimations estimations =
                wattline.context().getRegistry().lookupByNameAndType("estimations", Estimations.class);
        List<Map<String, Object>> due = wattline.rows("select g.*, c.*, 'UTC' as time_zone, null as country, 'E' as "
                + "fields from data_gaps g join channels c using (channel_id)");
        estimations.found(run, due);
        EstimationTask task = estimations.tasks(run).get(0);
        estimations.begin(task, wattline.rows("select * from readings where channel_id = ?", INCOMER));
        while (task.asks()) {
            task.estimation().answered(Optional.empty());
        }
        wattline.database()
                .execute("insert into readings (channel_id, \"timestamp\", energy_kwh) values (%d, '%s', 1)"
                        .formatted(INCOMER, arriving));
        run.started(99);
        wattline.request("direct:estimation-keep", task);
        return run.report();
    }
}
