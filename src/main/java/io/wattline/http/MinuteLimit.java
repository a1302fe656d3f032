package io.wattline.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Allows a number of events a minute. */
final class MinuteLimit {

    private final int max;
    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int count;

    MinuteLimit(int max, Clock clock) {
        this.max = max;
        this.clock = clock;
    }

    /** Counts one event; whether it is within the limit. */
    synchronized boolean allow() {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(Duration.ofMinutes(1)))) {
            minute = now;
            count = 0;
        }
        return count++ < max;
    }
}
