package io.wattline.quality;

import java.time.Instant;

/**
 * The state of the breaker for bad data of one channel: a row of {@code data_breakers}.
 *
 * @param open        whether the channel is in quarantine
 * @param judgedUntil start of the newest counted reading; null before the first
 * @param readings    readings of the current batch so far
 * @param rejected    those of them that were rejected
 * @param goodBatches good batches in a row while it is open
 * @param trips       how often it has opened
 * @param openedAt    when it opened last; null where it never did
 * @param reason      why it opened, for people
 */
public record DataBreakerState(
        boolean open,
        Instant judgedUntil,
        int readings,
        int rejected,
        int goodBatches,
        int trips,
        Instant openedAt,
        String reason) {

    /** The state of a channel without a row. */
    public static final DataBreakerState NEW = new DataBreakerState(false, null, 0, 0, 0, 0, null, null);

    DataBreakerState gathering(Instant until, int moreReadings, int moreRejected) {
        return new DataBreakerState(
                open, until, readings + moreReadings, rejected + moreRejected, goodBatches, trips, openedAt, reason);
    }

    DataBreakerState judgedGood() {
        return new DataBreakerState(open, judgedUntil, 0, 0, open ? goodBatches + 1 : 0, trips, openedAt, reason);
    }

    DataBreakerState judgedBadAgain() {
        return new DataBreakerState(true, judgedUntil, 0, 0, 0, trips, openedAt, reason);
    }

    DataBreakerState opened(Instant now, String why) {
        return new DataBreakerState(true, judgedUntil, 0, 0, 0, trips + 1, now, why);
    }

    DataBreakerState closed() {
        return new DataBreakerState(false, judgedUntil, 0, 0, 0, trips, openedAt, reason);
    }
}
