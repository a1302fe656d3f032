package io.wattline.reading;

import java.time.Duration;
import java.time.Instant;

/** How far a poll has come in a channel's data: its newest reading, the last one before the next window, and where the cursor may stand. */
final class PollCursor {

    private final Duration interval;
    private final Instant patience;
    private Instant lastReadingAt;
    private Instant previous;
    private Instant newestTaken;

    /** @param patience late data is not waited for any more before this */
    PollCursor(PollState state, Duration interval, Instant patience) {
        this.interval = interval;
        this.patience = patience;
        this.lastReadingAt = state.lastReadingAt();
        this.previous = state.previousAt();
    }

    /** The newest reading of all; null where there is none. */
    Instant lastReadingAt() {
        return lastReadingAt;
    }

    /** The last reading from before the next window; null where there is none. */
    Instant previous() {
        return previous;
    }

    /** Takes the newest reading of a part of a window; null where it has none. */
    void read(Instant newest) {
        newestTaken = newest == null ? newestTaken : newest;
    }

    /** The same where the part may move the cursor: where it may stand now. */
    Instant after(Interval taken, Instant newest) {
        read(newest);
        if (newest != null && (lastReadingAt == null || newest.isAfter(lastReadingAt))) {
            lastReadingAt = newest;
        }
        Instant known = lastReadingAt == null ? patience : lastReadingAt.plus(interval);
        Instant bound = Interval.floor(known.isAfter(patience) ? known : patience, interval);
        return bound.isBefore(taken.end()) ? bound : taken.end();
    }

    /** A window is done. */
    void nextWindow() {
        previous = newestTaken == null ? previous : newestTaken;
    }
}
