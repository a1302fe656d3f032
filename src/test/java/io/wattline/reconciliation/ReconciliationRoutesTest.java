package io.wattline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.reading.Interval;
import io.wattline.testing.Scrape;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The second look at the source (routes/reconciliation.camel.yaml): what differs is found slot by slot, repaired where
 * it can be, and published.
 */
class ReconciliationRoutesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:07:00Z");
    private static final Instant TODAY = Instant.parse("2026-03-10T00:00:00Z");
    private static final Plant PLANT = Plant.of(4, 7);
    private static final int ONE = 61001;
    private static final int TWO = 61002;
    private static final Interval LAST_DAYS = new Interval(TODAY.minus(ReconciliationStage.DAY.multipliedBy(3)), TODAY);
    private static ReconciliationStage stage;

    @BeforeAll
    static void start() {
        stage = new ReconciliationStage(PLANT, NOW, Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void everything_is_read() {
        stage.begin(NOW);
        stage.wattline.sync();
    }

    /** Of the day before yesterday: far beyond the look-back. */
    private static Interval hours(int from, int to) {
        Instant day = TODAY.minus(ReconciliationStage.DAY.multipliedBy(2));
        return new Interval(
                day.plus(ReconciliationStage.HOUR.multipliedBy(from)),
                day.plus(ReconciliationStage.HOUR.multipliedBy(to)));
    }

    private static Reconciliation of(List<Reconciliation> found, int channelId) {
        return found.stream().filter(row -> row.channelId() == channelId).findFirst().orElseThrow();
    }

    @Test
    void what_is_equal_is_said_to_be_and_not_rewritten() {
        List<Map<String, Object>> before = stage.wattline.rows("select ctid::text, xmin::text from readings "
                + "order by channel_id, \"timestamp\"");
        List<Reconciliation> found = stage.reconcile(3);
        assertThat(found).hasSize(4).allSatisfy(row -> assertThat(row)
                .returns("equal", Reconciliation::verdict)
                .returns(3 * 96, Reconciliation::compared)
                .returns(LAST_DAYS.start(), Reconciliation::start)
                .returns(TODAY, Reconciliation::end)
                .returns(true, Reconciliation::agrees));
        assertThat(stage.wattline.rows("select ctid::text, xmin::text from readings "
                + "order by channel_id, \"timestamp\"")).isEqualTo(before);
        assertThat(stage.count("reading_differences")).isZero();
    }

    @Test
    void what_came_late_is_missing_and_what_was_corrected_changed_and_both_are_repaired() {
        stage.begin(NOW);
        Instant later = NOW.plus(ReconciliationStage.HOUR);
        stage.amendments()
                .delay(ONE, hours(3, 5), later)
                .correct(ONE, hours(7, 8), later, 1250)
                .correct(TWO, hours(1, 2), later, 500);
        stage.wattline.sync();
        double before = (Double) stage.wattline.value("select energy_kwh from readings where channel_id = ? "
                + "and \"timestamp\" = ?::timestamptz", ONE, hours(7, 8).start().toString());
        stage.clock.advance(ReconciliationStage.HOUR);
        List<Reconciliation> found = stage.reconcile(3);
        assertThat(of(found, ONE))
                .returns(8, Reconciliation::missing)
                .returns(4, Reconciliation::changed)
                .returns(0, Reconciliation::extra)
                .returns("repaired", Reconciliation::verdict);
        assertThat(of(found, TWO)).returns(0, Reconciliation::missing).returns(4, Reconciliation::changed);
        assertThat(of(found, TWO + 1).verdict()).isEqualTo("equal");
        PLANT.channels().forEach(channel -> stage.mustBeTrue(channel.channelId(), LAST_DAYS));
        assertThat(stage.wattline.rows("select h.old ->> 'energy_kwh' as old, r.kind, h.replaced_by_run = d.run_id as "
                + "same from reading_history h join runs r on r.run_id = h.replaced_by_run "
                + "join reading_differences d using (channel_id, \"timestamp\") where channel_id = ? "
                + "and \"timestamp\" = ?::timestamptz and d.kind = 'changed'", ONE, hours(7, 8).start().toString()))
                .containsExactly(Map.of("old", String.valueOf(before), "kind", "reconcile", "same", true));
        assertThat(stage.count("reading_history")).isEqualTo(8);
    }

    @Test
    void a_second_one_finds_nothing_any_more() {
        stage.begin(NOW);
        stage.amendments().delay(ONE, hours(3, 5), NOW.plus(ReconciliationStage.HOUR));
        stage.wattline.sync();
        stage.clock.advance(ReconciliationStage.HOUR);
        assertThat(of(stage.reconcile(3), ONE).missing()).isEqualTo(8);
        assertThat(stage.reconcile(3)).allSatisfy(row -> assertThat(row.verdict()).isEqualTo("equal"));
    }

    @Test
    void what_only_we_hold_stays_is_named_and_stands_out_every_time() {
        stage.amendments().vanish(ONE, hours(6, 9), NOW);
        long rows = stage.count("readings where channel_id = ?", ONE);
        for (int time = 0; time < 2; time++) {
            Reconciliation found = of(stage.reconcile(3), ONE);
            assertThat(found)
                    .returns(12, Reconciliation::extra)
                    .returns("differs", Reconciliation::verdict)
                    .returns(false, Reconciliation::agrees);
            assertThat(found.extraSlots()).hasSize(10).startsWith(hours(6, 9).start());
        }
        assertThat(stage.count("readings where channel_id = ?", ONE)).isEqualTo(rows);
        assertThat(stage.count("reading_history")).isZero();
    }

    @Test
    void an_estimate_that_the_source_now_has_counts_as_missing_and_is_replaced() {
        stage.wattline
                .database()
                .execute("delete from readings where channel_id = " + ONE + " and \"timestamp\" = '"
                        + hours(3, 4).start() + "'; truncate reading_history; "
                        + "insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                        + "values (" + ONE + ", '" + hours(3, 4).start() + "', 9, 'estimated', 'linear')");
        assertThat(of(stage.reconcile(3), ONE)).returns(1, Reconciliation::missing).returns(0, Reconciliation::changed);
        stage.mustBeTrue(ONE, LAST_DAYS);
    }

    @Test
    void values_from_the_roll_up_of_long_ranges_are_found_by_short_questions() {
        // what a long range may give and nothing betrays: two quarters that share the energy of their half-hour
        stage.wattline.database().execute("with halves as (select channel_id, date_bin('30 minutes', \"timestamp\", "
                + "'epoch') as half, avg(energy_kwh) as energy, avg(power_kw) as power from readings group by 1, 2) "
                + "update readings r set energy_kwh = h.energy, power_kw = h.power from halves h "
                + "where h.channel_id = r.channel_id and h.half = date_bin('30 minutes', r.\"timestamp\", 'epoch') "
                + "and r.channel_id = "
                + ONE + "; truncate reading_history");
        stage.wattline.simulator().faults().set(List.of(Fault.ROLL_UP));
        Reconciliation found = of(stage.reconcile(3), ONE);
        assertThat(found.changed()).isGreaterThan(250);
        stage.mustBeTrue(ONE, LAST_DAYS);
        assertThat(stage.count("ingestion_logs l join runs r using (run_id) where r.kind = 'reconcile' "
                + "and l.end_time - l.start_time > interval '1 day'")).isZero();
    }

    @Test
    void what_breaks_a_rule_is_rejected_and_not_extra() {
        stage.wattline.simulator().faults().set(List.of(Fault.BAD_VALUES));
        List<Reconciliation> found = stage.reconcile(3);
        int bad = PLANT.channels().stream()
                .mapToInt(channel -> stage.wattline.simulator().truth()
                        .badReadings(channel.channelId(), LAST_DAYS).size()
                        - stage.wattline.simulator().truth().partial(channel.channelId(), LAST_DAYS).size())
                .sum();
        assertThat(bad).isPositive();
        assertThat(found.stream().mapToInt(Reconciliation::rejected).sum()).isEqualTo(bad);
    }

    @Test
    void a_channel_that_cannot_be_read_is_said_to_be_unread() {
        stage.wattline.simulator().faults().set(List.of(Fault.FORBIDDEN));
        int victim = PLANT.struckBy(Fault.FORBIDDEN).channelId();
        List<Reconciliation> found = stage.reconcile(3);
        assertThat(of(found, victim))
                .returns("unread", Reconciliation::verdict)
                .returns(3 * 96, Reconciliation::unreadable)
                .returns(0, Reconciliation::compared)
                .returns(0, Reconciliation::extra);
        assertThat(found.stream().filter(row -> row.channelId() != victim))
                .allSatisfy(row -> assertThat(row.verdict()).isEqualTo("equal"));
    }

    @Test
    void the_timers_open_each_range_once_however_many_processes_there_are() {
        stage.wattline.request("direct:reconciliation-begin-nightly", null);
        stage.wattline.request("direct:reconciliation-begin-nightly", null);
        assertThat(stage.count("backfill_jobs")).isOne();
        long job = (Long) stage.wattline.value("select job_id from backfill_jobs");
        stage.finish(job);
        assertThat(stage.reconciliations.of(job)).hasSize(4);
        stage.wattline.request("direct:reconciliation-begin-nightly", null);
        assertThat(stage.count("backfill_jobs")).isOne();
        stage.wattline.request("direct:reconciliation-begin-weekly", null);
        assertThat(stage.wattline
                        .rows("select range_start, range_end from backfill_jobs order by job_id")
                        .get(1)
                        .values())
                .extracting(Object::toString)
                .containsExactly(
                        Timestamp.from(TODAY.minus(Duration.ofDays(35))).toString(),
                        Timestamp.from(TODAY).toString());
        stage.wattline.database().execute("truncate backfill_jobs, backfill_windows");
    }

    @Test
    void every_week_single_slots_from_long_ago_are_forgotten_and_younger_ones_kept() {
        Instant now = stage.clock.instant();
        for (int daysAgo : new int[] {401, 399}) {
            stage.wattline
                    .database()
                    .execute(
                            """
                    with job as (insert into backfill_jobs (kind, state, range_start, range_end, created_by,
                      finished_at)
                        values ('reconcile', 'done', '2020-01-01', '2020-01-02', 'ann', '%s') returning job_id)
                    insert into reading_differences (job_id, channel_id, "timestamp", kind, run_id)
                      select job_id, %d, '2020-01-01', 'extra', 1 from job"""
                                    .formatted(now.minus(Duration.ofDays(daysAgo)), TWO));
        }
        stage.wattline.request("direct:reconciliation-begin-weekly", null);
        assertThat(stage.wattline.rows("select j.finished_at from reading_differences "
                + "join backfill_jobs j using (job_id)")).singleElement().satisfies(row ->
                assertThat(row.get("finished_at")).isEqualTo(Timestamp.from(now.minus(Duration.ofDays(399)))));
        stage.wattline.database().execute("truncate backfill_jobs, backfill_windows");
    }

    @Test
    void a_result_is_published_once_and_counted_by_kind() {
        stage.amendments().vanish(TWO, hours(6, 7), NOW);
        double before = Scrape.of(stage.wattline).value("wattline_reconciliation_differences_total{kind=\"extra\"}");
        stage.reconcile(3);
        stage.wattline.request("direct:reconciliation-publish", null);
        assertThat(Scrape.of(stage.wattline).value("wattline_reconciliation_differences_total{kind=\"extra\"}")
                        - before)
                .isEqualTo(4);
    }

    @Test
    void a_channel_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> stage.reconciliations.open(List.of(99), 3, "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel 99 does not exist");
        assertThat(stage.count("backfill_jobs")).isZero();
    }
}
