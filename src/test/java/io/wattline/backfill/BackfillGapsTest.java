package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Interval;
import io.wattline.simulator.Fault;
import io.wattline.simulator.Plant;
import io.wattline.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backfill of what is known to be missing: which gaps are read, and what the answer makes of them. */
class BackfillGapsTest {

    private static final Plant PLANT = Plant.of(3, 7);
    private static final int ONE = 61001;
    private static BackfillStage stage;

    @BeforeAll
    static void start() {
        stage = new BackfillStage(SimulatorSettings.of(PLANT, new MovableClock(Instant.parse("2026-03-10T12:07:00Z"))), Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** An open gap that was found now, due in an hour. */
    private static long gap(int channelId, Interval span, String reason) {
        return (Long) stage.wattline.value("""
                insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots, detected_at, next_attempt_at) values (?, ?, ?, ?, ?, ?, ?) returning gap_id""",
                channelId, Timestamp.from(span.start()), Timestamp.from(span.end()), reason, (int) span.slots(Duration.ofMinutes(15)), Timestamp.from(stage.clock.instant()),
                Timestamp.from(stage.clock.instant().plus(Duration.ofHours(1))));
    }

    private static Map<String, Object> gap(long id) {
        return stage.wattline.rows("select attempts, last_answer, fillable, reason, next_attempt_at, last_attempt_at from data_gaps where gap_id = ?", id).get(0);
    }

    private static Interval hours(int daysAgo, int from, int to) {
        Instant day = stage.days(daysAgo, daysAgo).start();
        return new Interval(day.plus(Duration.ofHours(from)), day.plus(Duration.ofHours(to)));
    }

    private static BackfillJob readGaps(Integer... channelIds) {
        return stage.finish(stage.backfills.openGaps(List.of(channelIds), null, "test").orElseThrow());
    }

    /** What the timer does; null where no gap is due. */
    private static BackfillJob readDue() {
        stage.wattline.request("direct:backfill-due-gaps", null);
        List<Map<String, Object>> open = stage.wattline.rows("select job_id from backfill_jobs where state = 'open' and kind = 'automatic'");
        return open.isEmpty() ? null : stage.finish((Long) open.get(0).get("job_id"));
    }

    @Test
    void a_gap_is_filled_and_says_so() {
        stage.begin();
        long gap = gap(ONE, hours(3, 4, 9), "api_failure");
        assertThat(readGaps()).returns("done", BackfillJob::state).returns(20L, BackfillJob::inserted).returns("gaps", BackfillJob::kind);
        stage.mustBeTrue(List.of(PLANT.channel(ONE)), hours(3, 4, 9));
        assertThat(gap(gap)).containsEntry("attempts", 1).containsEntry("last_answer", "The source gave all 20 readings.").containsEntry("next_attempt_at", null)
                .containsEntry("fillable", null).containsEntry("last_attempt_at", Timestamp.from(stage.clock.instant()));
    }

    @Test
    void the_source_is_asked_again_after_an_hour_six_a_day_and_a_week_and_then_has_said_no() {
        stage.begin(Fault.CHANNEL_ALL_NULL);
        int silent = PLANT.struckBy(Fault.CHANNEL_ALL_NULL).channelId();
        Instant found = stage.clock.instant();
        long gap = gap(silent, hours(2, 4, 9), "no_data_from_source");
        assertThat(readDue()).as("before it is due").isNull();
        int attempts = 0;
        for (Duration turn : List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1))) {
            stage.clock.advance(Duration.between(stage.clock.instant(), found.plus(turn)));
            assertThat(readDue().state()).isEqualTo("done");
            assertThat(gap(gap)).containsEntry("attempts", ++attempts).containsEntry("fillable", null).containsEntry("last_answer", "The source holds no readings of it.");
            assertThat(readDue()).as("before it is due again").isNull();
        }
        assertThat(gap(gap)).containsEntry("next_attempt_at", Timestamp.from(found.plus(Duration.ofDays(7))));
        stage.clock.advance(Duration.between(stage.clock.instant(), found.plus(Duration.ofDays(7))));
        assertThat(readDue().state()).isEqualTo("done");
        assertThat(gap(gap)).containsEntry("attempts", 4).containsEntry("fillable", false).containsEntry("next_attempt_at", null).containsEntry("reason", "no_data_from_source");
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).as("unfillable").isEmpty();
    }

    @Test
    void a_source_that_breaks_down_has_not_said_no_however_late_it_is() {
        stage.begin();
        long gap = gap(ONE, hours(3, 4, 9), "api_failure");
        stage.clock.advance(Duration.ofDays(8));
        stage.wattline.simulator().faults().set(List.of(Fault.SERVER_ERROR)).share(1);
        try {
            BackfillJob job = readGaps();
            assertThat(job).returns("failed", BackfillJob::state).returns(1, BackfillJob::windowsFailed);
            assertThat(job.error()).contains("61001");
            assertThat(gap(gap)).containsEntry("attempts", 1).containsEntry("fillable", null)
                    .containsEntry("next_attempt_at", Timestamp.from(stage.clock.instant().plus(Duration.ofHours(1))));
            assertThat((String) gap(gap).get("last_answer")).startsWith("Asking broke down: ");
        } finally {
            stage.wattline.simulator().faults().set(List.of()).share(0.1);
        }
    }

    @Test
    void readings_that_break_a_rule_are_an_answer_of_their_own() {
        stage.begin();
        long gap = gap(ONE, hours(3, 4, 5), "rejected");
        stage.wattline.database().execute("insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, payload) "
                + "select 'validate', 61001, '" + hours(3, 4, 5).start() + "', 'r', 'x', '{}'");
        stage.wattline.simulator().faults().on(Fault.CHANNEL_ALL_NULL);
        int silent = PLANT.struckBy(Fault.CHANNEL_ALL_NULL).channelId();
        stage.wattline.database().execute("update data_gaps set channel_id = " + silent + "; update dead_letters set channel_id = " + silent);
        readGaps();
        assertThat(gap(gap)).containsEntry("last_answer", "The source gave 1 readings that broke a rule: see dead_letters.");
    }

    @Test
    void a_long_gap_takes_many_windows_and_is_one_attempt() {
        stage.begin();
        long gap = gap(ONE, stage.days(60, 2), "no_data_from_source");
        BackfillJob job = readGaps();
        assertThat(job.windows()).isBetween(8, 10);
        assertThat(gap(gap)).containsEntry("attempts", 1).containsEntry("last_answer", "The source gave all " + 58 * 96 + " readings.");
    }

    @Test
    void gaps_close_to_each_other_come_in_one_window() {
        stage.begin();
        stage.clock.advance(Duration.ofDays(1));
        Instant week = Instant.ofEpochSecond(Math.floorDiv(stage.clock.instant().getEpochSecond(), 604_800) * 604_800).minus(Duration.ofDays(7));
        for (int day = 0; day < 7; day++) {
            Instant start = week.plus(Duration.ofHours(24L * day + 3));
            gap(ONE, new Interval(start, start.plus(Duration.ofHours(1))), "no_data_from_source");
        }
        BackfillJob job = readGaps();
        assertThat(job.windows()).isEqualTo(1);
        assertThat(stage.wattline.rows("select distinct attempts, last_answer from data_gaps")).containsExactly(Map.of("attempts", 1, "last_answer", "The source gave all 4 readings."));
    }

    @Test
    void what_is_planned_too_young_or_unfillable_is_left_alone() {
        stage.begin();
        gap(ONE, hours(3, 1, 2), "planned");
        gap(ONE, hours(3, 3, 4), "not_yet_due");
        long unfillable = gap(ONE, hours(3, 5, 6), "no_data_from_source");
        long closed = gap(ONE, hours(3, 7, 8), "no_data_from_source");
        stage.wattline.database().execute("update data_gaps set fillable = false where gap_id = " + unfillable
                + "; update data_gaps set closed_at = now(), close_reason = 'merged' where gap_id = " + closed);
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).isEmpty();
    }

    @Test
    void a_range_and_channels_narrow_the_gaps() {
        stage.begin();
        gap(ONE, stage.days(9, 3), "no_data_from_source");
        gap(ONE + 1, stage.days(9, 3), "no_data_from_source");
        BackfillJob job = stage.finish(stage.backfills.openGaps(List.of(ONE), stage.days(5, 4), "test").orElseThrow());
        assertThat(job.inserted()).isEqualTo(96);
        assertThat(stage.count("data_gaps where attempts > 0")).as("only a part was asked for").isZero();
    }

    @Test
    void a_range_that_holds_a_gap_as_a_whole_is_an_attempt_too() {
        stage.begin();
        long gap = gap(ONE, hours(3, 4, 9), "no_data_from_source");
        stage.read(stage.days(4, 2), ONE);
        assertThat(gap(gap)).containsEntry("attempts", 1);
    }

    @Test
    void what_an_open_job_is_about_to_read_is_not_opened_twice() {
        stage.begin();
        gap(ONE, hours(3, 4, 9), "no_data_from_source");
        long first = stage.backfills.openGaps(List.of(), null, "test").orElseThrow();
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).isEmpty();
        stage.clock.advance(Duration.ofHours(1));
        assertThat(stage.backfills.openDue()).isEmpty();
        assertThat(stage.finish(first).state()).isEqualTo("done");
    }
}
