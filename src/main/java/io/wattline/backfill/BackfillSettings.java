package io.wattline.backfill;

import java.time.Duration;
import java.util.List;

/**
 * How backfill jobs are read; keys of {@code config/application.properties} in brackets.
 *
 * @param workers     windows that this process reads at once [backfill.parallel, and at most all but one of api.requests-in-flight]
 * @param lease       how long a window stays with a process that gives no sign of life [backfill.lease]
 * @param retryDelay  pause after a breakdown, doubled each time [readings.retry.delay]
 * @param retryMax    longest pause [readings.retry.delay-max]
 * @param attemptsMax breakdowns after which a window is given up [backfill.attempts]
 * @param askAgain    when gaps are asked for again, counted from when they were found, ascending [gaps.ask-again]
 */
public record BackfillSettings(int workers, Duration lease, Duration retryDelay, Duration retryMax, int attemptsMax, List<Duration> askAgain) {

    public BackfillSettings {
        askAgain = List.copyOf(askAgain);
    }

    /** Windows at once: of the requests in flight one at least is left to live polling, if there are two. */
    public static int workers(int parallel, int requestsInFlight) {
        return Math.max(1, Math.min(parallel, requestsInFlight - 1));
    }

    /** Time from one request of backfill to the next, so that it uses at most this share (%) of the pace. */
    public static long paceMillis(int requestsPerSecond, int share) {
        long percentPerSecond = (long) requestsPerSecond * share;
        return (100_000 + percentPerSecond - 1) / percentPerSecond;
    }
}
