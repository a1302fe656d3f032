package io.wattline.reading;

import java.time.Duration;
import java.time.Instant;

/**
 * What a poll has read of a channel: the newest reading, the last one before the next window, and where the cursor may
 * stand.
 */
final class PollCursor {

    private final Duration interval;
    private final Instant patience;
    private Instant lastReadingAt;
    private Instant previous;
    private Instant newestTaken;

    /** @param patience before this instant the cursor no longer waits for late data */
    PollCursor(PollState state, Duration interval, Instant patience) {
        this.interval = interval;
        this.patience = patience;
        this.lastReadingAt = state.lastReadingAt();
        this.previous = state.previousAt();
    }

    /** Start of the newest reading; null where there is none. */
    Instant lastReadingAt() {
        return lastReadingAt;
    }

    /** Start of the last reading before the next window; null where there is none. */
    Instant previous() {
        return previous;
    }

    /** Records the newest reading of a part of a window; null where it has none. */
    void read(Instant newest) {
        newestTaken = newest == null ? newestTaken : newest;
    }

    /** The same where the cursor may move; gives where it may stand now. */
    Instant after(Interval taken, Instant newest) {
        read(newest);
        if (newest != null && (lastReadingAt == null || newest.isAfter(lastReadingAt))) {
            lastReadingAt = newest;
        }
        Instant known = lastReadingAt == null ? patience : lastReadingAt.plus(interval);
        Instant bound = Interval.floor(known.isAfter(patience) ? known : patience, interval);
        return bound.isBefore(taken.end()) ? bound : taken.end();
    }

    /** A window is kept. */
    void nextWindow() {
        previous = newestTaken == null ? previous : newestTaken;
    }
}
