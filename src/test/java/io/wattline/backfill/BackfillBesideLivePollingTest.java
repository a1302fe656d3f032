package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A service whose timers run, twenty requests a second of which backfill may have half: it takes up jobs by itself, and
 * live polling goes first.
 */
class BackfillBesideLivePollingTest {

    private static final int CHANNELS = 6;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
    private static WattlineUnderTest wattline;
    private static Backfills backfills;
    private static long jobId;

    @BeforeAll
    static void start() {
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(CHANNELS, 7), CLOCK),
                CLOCK,
                Map.of(
                        "api.requests-per-second",
                        "20",
                        "backfill.share",
                        "50",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "backfill.look.cron",
                        "0/1 * * * * ?",
                        "backfill.gaps.cron",
                        "0/1 * * * * ?",
                        "readings.history",
                        "1d",
                        "backfill.lease",
                        "3s"),
                RunMode.TIMERS);
        backfills = wattline.context().getRegistry().lookupByNameAndType("backfills", Backfills.class);
        awaitPolled();
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    @AfterEach
    void cancel() {
        if (!job().isOver()) {
            backfills.cancel(jobId);
        }
        await().until(() -> job().windowsInHand() == 0);
    }

    private static BackfillJob job() {
        return backfills.find(jobId).orElseThrow();
    }

    private static void openYear() {
        Interval year = new Interval(Instant.parse("2025-03-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
        jobId = backfills.openRange(List.of(), year, "test").orElseThrow();
        await().until(() -> job().windowsOver() > 3);
    }

    /** Every channel has been read up to the last interval that is over. */
    private static void awaitPolled() {
        Timestamp wanted = Timestamp.from(Interval.floor(CLOCK.instant().minus(Duration.ofMinutes(2)), QUARTER));
        await().until(() -> wattline.value("select count(*) from poll_state where cursor = ?", wanted)
                .equals((long) CHANNELS));
    }

    @Test
    void every_channel_is_polled_in_its_turn_while_a_large_job_runs_and_the_job_keeps_to_its_share() {
        long begun = System.nanoTime();
        openYear();
        for (int turn = 0; turn < 4; turn++) {
            CLOCK.advance(QUARTER);
            awaitPolled();
        }
        BackfillJob job = job();
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(job.isOver()).as("all of this happened while it ran").isFalse();
        assertThat((double) job.windowsOver()).as("windows in " + seconds + " s").isLessThanOrEqualTo(10 * seconds + 2);
    }

    @Test
    void a_gap_whose_turn_has_come_is_read_without_anybody_asking() {
        // one channel that was there for two days, of which nobody has read the second
        jobId = backfills
                .openRange(
                        List.of(61001),
                        new Interval(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z")),
                        "test")
                .orElseThrow();
        wattline.database().execute("update channels set installed_at = '2026-02-01T00:00Z', uninstalled_at = "
                + "case when channel_id = 61001 then timestamptz '2026-02-03T00:00Z' else timestamptz "
                + "'2026-02-01T00:00Z' end");
        await().until(() -> job().isOver());
        wattline.request("direct:gaps-find", null);
        assertThat(wattline.value("select count(*) from data_gaps where closed_at is null")).isEqualTo(1L);
        CLOCK.advance(Duration.ofHours(1));
        await().until(() -> wattline.value("select count(*) from data_gaps where close_reason = 'filled' "
                + "and missing_slots = 96").equals(1L));
        await().until(() -> wattline.value("select count(*) from backfill_jobs where kind = 'automatic' "
                + "and state = 'done'").equals(1L));
        wattline.database().execute("update channels set installed_at = '2025-01-01T00:00Z', uninstalled_at = null");
    }
}
