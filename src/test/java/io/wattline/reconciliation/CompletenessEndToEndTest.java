package io.wattline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.reading.Interval;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Several days around the clock change of 29 March 2026, at a source that drops, delays and corrects: live polling, the
 * search for gaps, backfill and the nightly reconciliation go on as they would, and in the end the table is what the
 * source holds, and the open gaps are what it will never give.
 */
class CompletenessEndToEndTest {

    private static final Instant START = Instant.parse("2026-03-28T00:07:00Z");
    private static final Plant PLANT = Plant.of(4, 7);
    private static final int ONE = 61001;
    private static final int TWO = 61002;
    private static final int THREE = 61003;
    private static final Interval FOUR_DAYS = between("2026-03-27T00:15:00Z", "2026-03-31T00:00:00Z");
    private static ReconciliationStage stage;

    @BeforeAll
    static void days_go_by() {
        stage = new ReconciliationStage(
                PLANT,
                START,
                Map.of("readings.history", "1d", "gaps.ask-again", "1h,6h,12h", "reconciliation.nightly.days", "2"));
        stage.amendments()
                .drop(ONE, between("2026-03-28T02:00:00Z", "2026-03-28T04:00:00Z"))
                .delay(
                        ONE,
                        between("2026-03-28T05:00:00Z", "2026-03-28T06:00:00Z"),
                        Instant.parse("2026-03-28T20:00:00Z"))
                .correct(
                        ONE,
                        between("2026-03-27T10:00:00Z", "2026-03-27T11:00:00Z"),
                        Instant.parse("2026-03-28T12:00:00Z"),
                        1200)
                .drop(TWO, between("2026-03-29T00:30:00Z", "2026-03-29T02:30:00Z"))
                .delay(
                        TWO,
                        between("2026-03-29T04:00:00Z", "2026-03-29T05:00:00Z"),
                        Instant.parse("2026-03-30T07:00:00Z"))
                .correct(
                        THREE,
                        between("2026-03-29T07:00:00Z", "2026-03-29T08:00:00Z"),
                        Instant.parse("2026-03-29T09:10:00Z"),
                        700);
        stage.wattline.sync();
        for (int turn = 0; turn < 9; turn++) {
            stage.clock.advance(Duration.ofHours(turn % 3 == 0 ? 9 : turn % 3 == 1 ? 7 : 8));
            turn();
        }
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** What the timers do, at 09:07, 16:07 and 00:07. */
    private static void turn() {
        stage.wattline.sync();
        stage.wattline.request("direct:gaps-find", null);
        stage.wattline.request("direct:backfill-due-gaps", null);
        if (stage.clock
                .instant()
                .isBefore(Interval.floor(stage.clock.instant(), ReconciliationStage.DAY)
                        .plus(ReconciliationStage.HOUR))) {
            stage.wattline.request("direct:reconciliation-begin-nightly", null);
        }
        for (Map<String, Object> job : stage.wattline.rows("select job_id from backfill_jobs where state = 'open' "
                + "order by 1")) {
            stage.finish((Long) job.get("job_id"));
        }
        stage.wattline.request("direct:gaps-find", null);
    }

    private static Interval between(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

    /** The slots within the four days that gaps of the channel hold. */
    private static Set<Instant> slots(int channelId, String which) {
        Set<Instant> slots = new TreeSet<>();
        stage.wattline.rows("select slot from data_gaps, generate_series(gap_start, gap_end - interval '1 second', "
                + "interval '15 minutes') as slot where channel_id = ? and " + which, channelId)
                .forEach(row -> slots.add(((Timestamp) row.get("slot")).toInstant()));
        slots.removeIf(slot -> !FOUR_DAYS.contains(slot));
        return slots;
    }

    @Test
    void the_table_is_what_the_source_holds() {
        PLANT.channels().forEach(channel -> stage.mustBeTrue(channel.channelId(), FOUR_DAYS));
        assertThat(stage.wattline.simulator().truth().empty(ONE, FOUR_DAYS)).hasSize(8);
    }

    @Test
    void what_is_open_is_what_the_source_will_never_give_and_it_is_asked_no_more() {
        for (PlantChannel channel : PLANT.channels()) {
            Set<Instant> never = stage.wattline.simulator().truth().empty(channel.channelId(), FOUR_DAYS);
            assertThat(slots(channel.channelId(), "closed_at is null"))
                    .as("channel " + channel.channelId())
                    .isEqualTo(never);
            assertThat(slots(channel.channelId(), "closed_at is null and not fillable and next_attempt_at is null "
                    + "and attempts > 0 and reason = 'no_data_from_source'"))
                    .as("channel " + channel.channelId()).isEqualTo(never);
        }
    }

    @Test
    void what_came_late_is_closed_and_stays_as_history() {
        assertThat(slots(ONE, "close_reason = 'filled' and fill_method = 'source' and filled_by is not null"))
                .contains(Instant.parse("2026-03-28T05:00:00Z"))
                .hasSize(4);
        assertThat(slots(TWO, "close_reason = 'filled' and fill_method = 'source'"))
                .contains(Instant.parse("2026-03-29T04:00:00Z"))
                .hasSize(4);
        assertThat(slots(THREE, "close_reason = 'filled'")).isEmpty();
    }

    @Test
    void a_correction_within_the_look_back_is_found_by_polling_and_one_beyond_it_by_reconciliation() {
        String found = "select distinct r.kind, h.old_run is distinct from h.replaced_by_run as other "
                + "from reading_history h join runs r on r.run_id = h.replaced_by_run where channel_id = ?";
        assertThat(stage.wattline.rows(found, THREE)).containsExactly(Map.of("kind", "sync", "other", true));
        assertThat(stage.wattline.rows(found, ONE)).containsExactly(Map.of("kind", "reconcile", "other", true));
        assertThat(stage.count("reading_history where channel_id = ? and \"timestamp\" >= '2026-03-27T10:00Z' "
                + "and \"timestamp\" < '2026-03-27T11:00Z'", ONE)).isEqualTo(4);
        assertThat(stage.wattline.rows("select sum(changed) as changed from reconciliations where channel_id = ?", ONE))
                .containsExactly(Map.of("changed", 4L));
    }

    @Test
    void nothing_is_left_to_repair() {
        List<Reconciliation> last = stage.reconcile(4);
        assertThat(last).hasSize(4).allSatisfy(row -> assertThat(row)
                .returns(0, Reconciliation::missing)
                .returns(0, Reconciliation::changed)
                .returns(0, Reconciliation::extra));
    }
}
