package io.wattline.lab.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that runs {@code speed} times as fast as the machine's, from a given instant on. It never goes back, whatever
 * happens to the machine's time.
 */
public final class ScaledClock extends Clock {

    private final Instant start;
    private final double speed;
    private final ZoneId zone;
    private final LongSupplier nanos;
    private final long nanosAtStart;

    /** Starts now. */
    public ScaledClock(Instant start, double speed) {
        this(start, speed, System::nanoTime);
    }

    ScaledClock(Instant start, double speed, LongSupplier nanos) {
        this(start, speed, ZoneOffset.UTC, nanos, nanos.getAsLong());
    }

    private ScaledClock(Instant start, double speed, ZoneId zone, LongSupplier nanos, long nanosAtStart) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("Time cannot run " + speed + " times as fast; allowed: a number above "
                    + "0");
        }
        this.start = start;
        this.speed = speed;
        this.zone = zone;
        this.nanos = nanos;
        this.nanosAtStart = nanosAtStart;
    }

    /** The instant from which it ran. */
    public Instant start() {
        return start;
    }

    /** How many times as fast as the machine's it runs. */
    public double speed() {
        return speed;
    }

    @Override
    public Instant instant() {
        double passed = (nanos.getAsLong() - nanosAtStart) * speed;
        return start.plus(Duration.ofMillis((long) (passed / 1e6)));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new ScaledClock(start, speed, newZone, nanos, nanosAtStart);
    }
}
