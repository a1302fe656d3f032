package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What can go wrong with a backfill job: refusals, outages, processes that end, several processes at once, and people
 * who change their minds.
 */
class BackfillFaultsTest {

    private static final Plant PLANT = Plant.of(4, 7);
    private static final int ONE = 61001;
    private static BackfillStage stage;

    @BeforeAll
    static void start() {
        stage = new BackfillStage(
                SimulatorSettings.of(PLANT, new MovableClock(Instant.parse("2026-03-10T12:07:00Z")))
                        .withPauses(Duration.ofSeconds(4), Duration.ofSeconds(40)),
                Map.of("backfill.lease", "2s", "api.response-timeout", "30s"));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static List<PlantChannel> without(int channelId) {
        return PLANT.channels().stream().filter(channel -> channel.channelId() != channelId).toList();
    }

    private static long open(Interval range, Integer... channelIds) {
        return stage.backfills.openRange(List.of(channelIds), range, "test").orElseThrow();
    }

    @Test
    void a_window_that_is_too_long_is_read_in_shorter_ones() {
        stage.begin(Fault.WINDOW_TOO_LONG);
        Interval range = stage.days(20, 2);
        assertThat(stage.read(range))
                .returns("done", BackfillJob::state)
                .returns(0, BackfillJob::windowsFailed)
                .returns(4 * 18 * 96L, BackfillJob::inserted);
        stage.mustBeTrue(PLANT.channels(), range);
    }

    @Test
    void a_channel_without_subscription_is_asked_once_and_the_others_are_read() {
        stage.begin(Fault.SUBSCRIPTION_ENDED);
        int ended = PLANT.struckBy(Fault.SUBSCRIPTION_ENDED).channelId();
        List<Map<String, Object>> before = stage.wattline.rows("select p::text from poll_state p order by channel_id");
        Interval range = stage.days(40, 2);
        BackfillJob job = stage.read(range);
        assertThat(job.state()).isEqualTo("failed");
        assertThat(job.error()).contains("402");
        stage.mustBeTrue(without(ended), range);
        assertThat(stage.count(
                        "backfill_windows where channel_id = ? and state = 'refused' and error like '%402%'", ended))
                .isEqualTo(job.windowsFailed())
                .isGreaterThan(5);
        assertThat(stage.count("ingestion_logs where channel_id = ?", ended)).as("questions").isEqualTo(1);
        assertThat(stage.wattline.rows("select p::text from poll_state p order by channel_id")).as("live polling "
                + "hears of it by itself").isEqualTo(before);

        stage.wattline.simulator().faults().set(List.of());
        stage.backfills.resume(job.jobId());
        assertThat(stage.finish(job.jobId()))
                .returns("done", BackfillJob::state)
                .returns(0, BackfillJob::windowsFailed);
        stage.mustBeTrue(PLANT.channels(), range);
    }

    @Test
    void a_dead_channel_whose_window_is_read_is_live_and_due_at_once() {
        stage.begin();
        stage.wattline.database().execute("update poll_state set state = 'dead', state_reason = 'refused', strikes = "
                + "3, next_poll_at = '2026-03-11T12:00:00Z' where channel_id = 61001");
        stage.read(stage.days(3, 2), ONE);
        String live = "poll_state where channel_id = 61001 and state = 'live' and state_reason is null "
                + "and strikes = 0 and next_poll_at <= ?::timestamptz";
        assertThat(stage.count(live, stage.clock.instant().toString())).isEqualTo(1);
    }

    @Test
    void what_breaks_down_now_and_then_is_tried_again() {
        stage.begin(Fault.SERVER_ERROR, Fault.CUT_OFF_BODY, Fault.TOO_MANY_REQUESTS, Fault.CONNECTION_RESET);
        stage.wattline.simulator().faults().share(0.5);
        Interval range = stage.days(20, 2);
        assertThat(stage.read(range).state()).isEqualTo("done");
        stage.wattline.simulator().faults().share(0.1);
        stage.mustBeTrue(PLANT.channels(), range);
    }

    @Test
    void a_job_outlives_an_outage_that_is_shorter_than_its_patience() {
        stage.begin(Fault.SERVER_ERROR);
        stage.wattline.simulator().faults().share(1);
        long job = open(stage.days(3, 2), ONE);
        stage.work();
        await().until(() -> stage.job(job).error() != null && stage.job(job).windowsInHand() == 0);
        assertThat(stage.job(job)).returns("open", BackfillJob::state).returns(0, BackfillJob::windowsFailed);
        stage.wattline.simulator().faults().set(List.of()).share(0.1);
        assertThat(stage.finish(job)).returns("done", BackfillJob::state).returns(null, BackfillJob::error);
        assertThat(stage.count("runs where finished_at is null and kind = ?", "backfill")).as("runs that seem to go "
                + "on").isZero();
    }

    @Test
    void the_window_of_a_process_that_was_killed_comes_back_when_its_lease_is_over() {
        stage.begin();
        long job = open(stage.days(20, 2), ONE);
        stage.wattline.database().execute("update backfill_windows set claimed_by = 'dead', claimed_at = now(), "
                + "claimed_until = now() + interval '1 hour', attempts = 1 "
                + "where window_start = (select min(window_start) from backfill_windows)");
        stage.work();
        await().during(Duration.ofMillis(500)).until(() -> stage.count("readings") == 0);
        assertThat(stage.job(job).windowsInHand()).isEqualTo(1);
        stage.wattline.database().execute("update backfill_windows set claimed_until = now() "
                + "where claimed_by = 'dead'");
        assertThat(stage.finish(job)).returns("done", BackfillJob::state).returns(18 * 96L, BackfillJob::inserted);
        assertThat(stage.count("backfill_windows where attempts = 2 and claimed_by <> 'dead'")).isEqualTo(1);
    }

    @Test
    void a_window_does_not_wait_for_a_time_that_a_wrong_clock_has_stored() {
        stage.begin();
        long job = open(stage.days(20, 2), ONE);
        stage.wattline.database().execute("update backfill_windows set not_before = now() + interval '3 hours', "
                + "claimed_by = 'dead', claimed_at = now() + interval '3 hours', "
                + "claimed_until = now() + interval '3 hours 2 minutes'");
        assertThat(stage.finish(job)).returns("done", BackfillJob::state).returns(18 * 96L, BackfillJob::inserted);
    }

    @Test
    void a_long_window_stays_with_the_process_that_lives() {
        stage.begin();
        stage.wattline.simulator().faults().next(Fault.SLOW_ANSWER, 1);
        long job = open(stage.days(3, 2), ONE);
        assertThat(stage.finish(job).state()).isEqualTo("done");
        assertThat(stage.count("backfill_windows where attempts = 1")).as("its lease of 2 s was prolonged while the "
                + "answer took 4 s").isEqualTo(1);
    }

    @Test
    void what_a_process_says_of_a_window_that_another_has_taken_over_is_not_heard() {
        stage.begin();
        long job = open(stage.days(3, 2), ONE);
        stage.wattline.database().execute("update backfill_windows set claimed_by = 'other', claimed_at = now(), "
                + "claimed_until = now() + interval '1 minute'");
        assertThat(stage.wattline.value("select finish_backfill_window(window_id, 'dead', 1, 'done', null, false, '1 "
                + "s', '1 s', 3, now(), '{1h}') from backfill_windows")).isEqualTo(false);
        assertThat(stage.job(job)).returns("open", BackfillJob::state).returns(0, BackfillJob::windowsOver);
    }

    @Test
    void a_database_that_goes_away_in_the_middle_costs_no_window() {
        stage.begin();
        Interval range = stage.days(40, 2);
        long job = open(range);
        stage.work();
        await().until(() -> stage.job(job).windowsOver() > 2);
        stage.wattline.database().goAway();
        stage.wattline.database().comeBack();
        await("the pool trusts no connection from before")
                .ignoreExceptions()
                .during(Duration.ofMillis(600))
                .until(() -> stage.job(job) != null);
        assertThat(stage.finish(job).state()).isEqualTo("done");
        stage.mustBeTrue(PLANT.channels(), range);
    }

    @Test
    void two_processes_share_a_job_and_no_window_is_read_twice() {
        stage.begin();
        Interval range = stage.days(60, 2);
        try (WattlineUnderTest other = stage.wattline.beside(stage.clock, Map.of())) {
            long job = open(range);
            other.request("direct:backfill-begin", null);
            assertThat(stage.finish(job))
                    .returns("done", BackfillJob::state)
                    .returns(4 * 58 * 96L, BackfillJob::inserted)
                    .returns(4 * 58 * 96L, BackfillJob::fetched);
            assertThat(stage.count("(select distinct claimed_by from backfill_windows) p"))
                    .as("processes")
                    .isEqualTo(2);
            assertThat(stage.count("backfill_windows where attempts <> 1")).isZero();
            assertThat(stage.count("(select from ingestion_logs group by channel_id, start_time "
                    + "having count(*) > 1) twice")).isZero();
        }
        stage.mustBeTrue(PLANT.channels(), range);
    }

    @Test
    void a_service_that_is_closed_in_the_middle_gives_its_windows_back_and_another_goes_on() {
        stage.begin();
        Interval range = stage.days(60, 2);
        long job = open(range);
        try (WattlineUnderTest first = stage.wattline.beside(stage.clock, Map.of())) {
            first.request("direct:backfill-begin", null);
            await().until(() -> stage.job(job).windowsOver() > 3);
        }
        assertThat(stage.job(job)).returns("open", BackfillJob::state).returns(0, BackfillJob::windowsInHand);
        assertThat(stage.job(job).windowsOver()).isLessThan(stage.job(job).windows());
        assertThat(stage.finish(job)).returns("done", BackfillJob::state).returns(4 * 58 * 96L, BackfillJob::inserted);
        stage.mustBeTrue(PLANT.channels(), range);
        assertThat(stage.count("reading_history")).as("readings that were written twice").isZero();
    }

    @Test
    void a_paused_job_rests_until_it_is_resumed() {
        stage.begin();
        long job = open(stage.days(90, 2));
        stage.work();
        await().until(() -> stage.job(job).windowsOver() > 2);
        assertThat(stage.backfills.pause(job).state()).isEqualTo("paused");
        await().until(() -> stage.job(job).windowsInHand() == 0);
        int over = stage.job(job).windowsOver();
        stage.work();
        await().during(Duration.ofMillis(300)).until(() -> stage.job(job).windowsOver() == over);
        assertThat(stage.backfills.resume(job).state()).isEqualTo("open");
        assertThat(stage.finish(job)).returns("done", BackfillJob::state).returns(4 * 88 * 96L, BackfillJob::inserted);
    }

    @Test
    void a_cancelled_job_ends_and_keeps_what_was_read() {
        stage.begin();
        long job = open(stage.days(90, 2));
        stage.work();
        await().until(() -> stage.job(job).windowsOver() > 2);
        assertThat(stage.backfills.cancel(job)).returns("cancelled", BackfillJob::state);
        await().until(() -> stage.job(job).windowsInHand() == 0);
        assertThat(stage.count("backfill_windows where state = 'open'")).isZero();
        assertThat(stage.job(job).inserted()).isEqualTo(stage.count("readings")).isPositive();
        assertThatThrownBy(() -> stage.backfills.resume(job))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is cancelled");
        assertThatThrownBy(() -> stage.backfills.pause(4711))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Backfill job 4711 does not exist");
    }

    @Test
    void bad_readings_are_set_aside_and_counted() {
        stage.begin(Fault.BAD_VALUES);
        BackfillJob job = stage.read(stage.days(20, 2));
        assertThat(job.rejected()).isEqualTo(stage.count("dead_letters where not partial")).isPositive();
        assertThat(job.fetched()).isEqualTo(job.inserted() + job.rejected());
    }
}
