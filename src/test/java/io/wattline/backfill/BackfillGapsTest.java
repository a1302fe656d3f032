package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
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
 * Backfill of what is known to be missing: which gaps are read, and what the answer makes of them. Three channels that
 * were installed for 46 days, and are full but for the holes.
 */
class BackfillGapsTest {

    private static final Plant PLANT = Plant.of(3, 7);
    private static final int ONE = 61001;
    private static final int SILENT = PLANT.struckBy(Fault.CHANNEL_ALL_NULL).channelId();
    private static final Interval INSTALLED =
            new Interval(Instant.parse("2026-01-22T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));
    private static final long FULL = 3 * 46 * 96L;
    private static BackfillStage stage;

    @BeforeAll
    static void start() {
        stage = new BackfillStage(
                SimulatorSettings.of(PLANT, new MovableClock(Instant.parse("2026-03-10T12:07:00Z"))), Map.of());
        stage.begin();
        stage.wattline
                .database()
                .execute("update channels set installed_at = '" + INSTALLED.start() + "', uninstalled_at = '"
                        + INSTALLED.end() + "'");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void nothing_is_missing() {
        stage.wattline.simulator().faults().set(List.of()).share(0.1);
        stage.wattline.database().execute("update data_gaps set fillable = true; truncate backfill_jobs, "
                + "backfill_windows, dead_letters, planned_pauses");
        if (stage.count("readings") < FULL) {
            stage.read(INSTALLED);
        }
        findGaps();
        assertThat(stage.count("data_gaps where closed_at is null")).isZero();
        stage.wattline.database().execute("truncate data_gaps, backfill_jobs, backfill_windows");
    }

    private static void findGaps() {
        stage.wattline.request("direct:gaps-find", null);
    }

    /** Readings that get lost, and the gap that is found then. */
    private static long hole(int channelId, Interval span) {
        stage.wattline
                .database()
                .execute("delete from readings where channel_id = " + channelId + " and \"timestamp\" >= '"
                        + span.start() + "' and \"timestamp\" < '" + span.end() + "'");
        findGaps();
        return (Long) stage.wattline.value("select gap_id from data_gaps where closed_at is null and channel_id = ? "
                + "and gap_start = ? and gap_end = ?", channelId,
                Timestamp.from(span.start()), Timestamp.from(span.end()));
    }

    private static Map<String, Object> gap(long id) {
        return stage.wattline.rows("select attempts, last_answer, fillable, reason, next_attempt_at, last_attempt_at, "
                + "close_reason, fill_method from data_gaps where gap_id = ?", id).get(0);
    }

    /** So many days after the installation. */
    private static Interval hours(int day, int from, int to) {
        Instant start = INSTALLED.start().plus(Duration.ofDays(day));
        return new Interval(start.plus(Duration.ofHours(from)), start.plus(Duration.ofHours(to)));
    }

    private static BackfillJob readGaps(Integer... channelIds) {
        return stage.finish(stage.backfills.openGaps(List.of(channelIds), null, "test").orElseThrow());
    }

    /** What the timer does; null where no gap is due. */
    private static BackfillJob readDue() {
        stage.wattline.request("direct:backfill-due-gaps", null);
        List<Map<String, Object>> open = stage.wattline.rows("select job_id from backfill_jobs where state = 'open' "
                + "and kind = 'automatic'");
        return open.isEmpty() ? null : stage.finish((Long) open.get(0).get("job_id"));
    }

    @Test
    void a_gap_is_filled_closed_and_says_so() {
        long gap = hole(ONE, hours(40, 4, 9));
        assertThat(readGaps())
                .returns("done", BackfillJob::state)
                .returns(20L, BackfillJob::inserted)
                .returns("gaps", BackfillJob::kind);
        stage.mustBeTrue(List.of(PLANT.channel(ONE)), hours(40, 4, 9));
        assertThat(gap(gap))
                .containsEntry("attempts", 1)
                .containsEntry("last_answer", "The source gave all 20 " + "readings.")
                .containsEntry("next_attempt_at", null)
                .containsEntry("last_attempt_at", Timestamp.from(stage.clock.instant()))
                .containsEntry("close_reason", "filled")
                .containsEntry("fill_method", "source");
        assertThat(stage.wattline.value("select r.kind from data_gaps g join runs r on r.run_id = g.filled_by"))
                .isEqualTo("backfill");
    }

    @Test
    void the_source_is_asked_again_after_an_hour_six_a_day_and_a_week_and_then_has_said_no() {
        stage.wattline.simulator().faults().on(Fault.CHANNEL_ALL_NULL);
        Instant found = stage.clock.instant();
        long gap = hole(SILENT, hours(41, 4, 9));
        assertThat(readDue()).as("before it is due").isNull();
        int attempts = 0;
        for (Duration turn : List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1))) {
            stage.clock.advance(Duration.between(stage.clock.instant(), found.plus(turn)));
            assertThat(readDue().state()).isEqualTo("done");
            assertThat(gap(gap))
                    .containsEntry("attempts", ++attempts)
                    .containsEntry("fillable", true)
                    .containsEntry("last_answer", "The source holds no readings of it.");
            assertThat(readDue()).as("before it is due again").isNull();
        }
        assertThat(gap(gap)).containsEntry("next_attempt_at", Timestamp.from(found.plus(Duration.ofDays(7))));
        stage.clock.advance(Duration.between(stage.clock.instant(), found.plus(Duration.ofDays(7))));
        assertThat(readDue().state()).isEqualTo("done");
        assertThat(gap(gap))
                .containsEntry("attempts", 4)
                .containsEntry("fillable", false)
                .containsEntry("next_attempt_at", null)
                .containsEntry("reason", "no_data_from_source")
                .containsEntry("close_reason", null);
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).as("unfillable").isEmpty();
    }

    @Test
    void a_source_that_breaks_down_has_not_said_no_however_late_it_is() {
        long gap = hole(ONE, hours(40, 4, 9));
        stage.clock.advance(Duration.ofDays(8));
        stage.wattline.simulator().faults().set(List.of(Fault.SERVER_ERROR)).share(1);
        BackfillJob job = readGaps();
        assertThat(job).returns("failed", BackfillJob::state).returns(1, BackfillJob::windowsFailed);
        assertThat(job.error()).contains("61001");
        assertThat(gap(gap)).containsEntry("attempts", 1).containsEntry("fillable", true)
                .containsEntry("next_attempt_at", Timestamp.from(stage.clock.instant().plus(Duration.ofHours(1))));
        assertThat((String) gap(gap).get("last_answer")).startsWith("Asking broke down: ");
    }

    @Test
    void readings_that_break_a_rule_are_an_answer_of_their_own() {
        Interval hole = hours(40, 4, 5);
        stage.wattline
                .database()
                .execute("insert into dead_letters (stage, channel_id, reading_timestamp, rule, "
                        + "reason, payload) select 'validate', " + SILENT
                        + ", slot, 'r', 'x', jsonb_build_object('slot', slot) from generate_series(timestamptz '"
                        + hole.start() + "', '" + hole.end().minusSeconds(1) + "', '15 minutes') slot");
        stage.wattline.simulator().faults().on(Fault.CHANNEL_ALL_NULL);
        long gap = hole(SILENT, hole);
        readGaps();
        assertThat(gap(gap)).containsEntry("reason", "rejected").containsEntry("last_answer", "The source gave 4 "
                + "readings that broke a rule: see dead_letters.");
    }

    @Test
    void a_long_gap_takes_many_windows_and_is_one_attempt() {
        long gap = hole(ONE, new Interval(hours(1, 0, 0).start(), INSTALLED.end()));
        BackfillJob job = readGaps();
        assertThat(job.windows()).isBetween(7, 8);
        assertThat(gap(gap))
                .containsEntry("attempts", 1)
                .containsEntry("last_answer", "The source gave all " + 45 * 96 + " readings.");
    }

    @Test
    void gaps_close_to_each_other_come_in_one_window() {
        // seven days on the grid of windows
        Instant week = Instant.ofEpochSecond(Math.floorDiv(INSTALLED.end().getEpochSecond(), 604_800) * 604_800)
                .minus(Duration.ofDays(7));
        for (int day = 0; day < 7; day++) {
            Instant start = week.plus(Duration.ofHours(24L * day + 3));
            hole(ONE, new Interval(start, start.plus(Duration.ofHours(1))));
        }
        BackfillJob job = readGaps();
        assertThat(job.windows()).isEqualTo(1);
        assertThat(stage.wattline.rows("select distinct attempts, close_reason from data_gaps"))
                .containsExactly(Map.of("attempts", 1, "close_reason", "filled"));
    }

    @Test
    void what_is_planned_or_unfillable_is_left_alone() {
        stage.wattline.database().execute("insert into planned_pauses (channel_id, pause_start, pause_end, reason) "
                + "values (" + ONE + ", '" + hours(40, 1, 2).start() + "', '"
                + hours(40, 1, 2).end() + "', 'works')");
        assertThat(gap(hole(ONE, hours(40, 1, 2)))).containsEntry("reason", "planned");
        long unfillable = hole(ONE, hours(40, 5, 6));
        stage.wattline.database().execute("update data_gaps set fillable = false where gap_id = " + unfillable);
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).isEmpty();
        stage.wattline.database().execute("update data_gaps set reason = 'not_yet_due', fillable = null "
                + "where gap_id = " + unfillable);
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).isEmpty();
    }

    @Test
    void a_range_and_channels_narrow_the_gaps() {
        hole(ONE, new Interval(hours(30, 0, 0).start(), hours(36, 0, 0).start()));
        hole(ONE + 1, new Interval(hours(30, 0, 0).start(), hours(36, 0, 0).start()));
        BackfillJob job = stage.finish(stage.backfills.openGaps(List.of(ONE), hours(33, 0, 24), "test").orElseThrow());
        assertThat(job.inserted()).isEqualTo(96);
        assertThat(stage.count("data_gaps where attempts > 0")).as("only a part was asked for").isZero();
        assertThat(stage.count("data_gaps where channel_id = ? and closed_at is null", ONE)).as("a filled middle "
                + "parts it").isEqualTo(2);
    }

    @Test
    void a_range_that_holds_a_gap_as_a_whole_is_an_attempt_too() {
        long gap = hole(ONE, hours(40, 4, 9));
        stage.read(hours(40, 0, 24), ONE);
        assertThat(gap(gap)).containsEntry("attempts", 1).containsEntry("close_reason", "filled");
    }

    @Test
    void what_an_open_job_is_about_to_read_is_not_opened_twice() {
        hole(ONE, hours(40, 4, 9));
        long first = stage.backfills.openGaps(List.of(), null, "test").orElseThrow();
        assertThat(stage.backfills.openGaps(List.of(), null, "test")).isEmpty();
        stage.clock.advance(Duration.ofHours(1));
        assertThat(stage.backfills.openDue()).isEmpty();
        assertThat(stage.finish(first).state()).isEqualTo("done");
    }
}
