package io.wattline.quality;

import java.time.Instant;

/**
 * The breaker for bad data of one channel; a row of {@code data_breakers}.
 *
 * @param open        whether the channel is in quarantine
 * @param judgedUntil start of the newest reading that has been counted; null before the first
 * @param readings    readings of the batch that is being gathered
 * @param rejected    those of them that broke a rule
 * @param goodBatches good ones in a row while it is open
 * @param trips       how often it has opened
 * @param openedAt    when it opened last; null where it never has
 * @param reason      why
 */
public record BreakerState(boolean open, Instant judgedUntil, int readings, int rejected, int goodBatches, int trips, Instant openedAt, String reason) {

    /** Of a channel of which nothing is known. */
    public static final BreakerState NEW = new BreakerState(false, null, 0, 0, 0, 0, null, null);

    BreakerState gathering(Instant until, int moreReadings, int moreRejected) {
        return new BreakerState(open, until, readings + moreReadings, rejected + moreRejected, goodBatches, trips, openedAt, reason);
    }

    BreakerState judgedGood() {
        return new BreakerState(open, judgedUntil, 0, 0, open ? goodBatches + 1 : 0, trips, openedAt, reason);
    }

    BreakerState judgedBadAgain() {
        return new BreakerState(true, judgedUntil, 0, 0, 0, trips, openedAt, reason);
    }

    BreakerState opened(Instant now, String why) {
        return new BreakerState(true, judgedUntil, 0, 0, 0, trips + 1, now, why);
    }

    BreakerState closed() {
        return new BreakerState(false, judgedUntil, 0, 0, 0, trips, openedAt, reason);
    }
}
