package io.wattline.lab.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that starts at a time of one's choice and runs faster or slower than another. */
public final class FastClock extends Clock {

    private final Clock real;
    private final Instant realStart;
    private final Instant start;
    private final double speed;
    private final ZoneId zone;

    /**
     * @param start what it shows now
     * @param speed its seconds in one second of {@code real}
     */
    public FastClock(Clock real, Instant start, double speed, ZoneId zone) {
        this(real, real.instant(), start, speed, zone);
    }

    private FastClock(Clock real, Instant realStart, Instant start, double speed, ZoneId zone) {
        this.real = real;
        this.realStart = realStart;
        this.start = start;
        this.speed = speed;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(Math.round(Duration.between(realStart, real.instant()).toNanos() * speed));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new FastClock(real, realStart, start, speed, newZone);
    }
}
