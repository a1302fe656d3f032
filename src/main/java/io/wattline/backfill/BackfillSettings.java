package io.wattline.backfill;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;

/** Settings of backfill. */
public record BackfillSettings(
        @Setting(
                        key = "backfill.share",
                        fallback = "60",
                        min = "1",
                        max = "90",
                        meaning = "Share (%) of api.requests-per-second that backfill may use, so that live polling"
                                + " never waits for it.")
                int share,
        @Setting(
                        key = "backfill.parallel",
                        fallback = "2",
                        min = "1",
                        meaning = "How many windows a process reads at once. It is less than api.requests-in-flight in"
                                + " any case.")
                int parallel,
        @Setting(
                        key = "backfill.look.cron",
                        fallback = "0/5 * * * * ?",
                        meaning = "When the workers look for windows to read.")
                Cron lookCron,
        @Setting(
                        key = "backfill.gaps.cron",
                        fallback = "30 0/10 * * * ?",
                        meaning = "When a job is opened for the gaps whose next attempt is due.")
                Cron gapsCron,
        @Setting(
                        key = "backfill.lease",
                        fallback = "2m",
                        min = "1ms",
                        meaning = "How long a claim on a window lasts. The process extends it while it runs; afterwards"
                                + " another process takes the window.")
                Duration lease,
        @Setting(
                        key = "backfill.attempts",
                        fallback = "8",
                        min = "1",
                        meaning = "After how many failed requests a window is given up. The pause before each retry is"
                                + " readings.retry.delay, doubled up to readings.retry.delay-max.")
                int attempts)
        implements SettingsGroup {

    /**
     * How many windows are read at once: live polling keeps at least one of the requests in flight, if there are two.
     */
    int workers(int requestsInFlight) {
        return Math.max(1, Math.min(parallel, requestsInFlight - 1));
    }

    /** Time from one request of backfill to the next in ms, so that backfill uses at most its share of the pace. */
    long paceMillis(int requestsPerSecond) {
        long percentPerSecond = (long) requestsPerSecond * share;
        return (100_000 + percentPerSecond - 1) / percentPerSecond;
    }
}
