package io.wattline.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** So many a minute. */
final class Allowance {

    private final int most;
    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int taken;

    Allowance(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether there is one left in this minute; takes it. */
    synchronized boolean take() {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(Duration.ofMinutes(1)))) {
            minute = now;
            taken = 0;
        }
        return taken++ < most;
    }
}
