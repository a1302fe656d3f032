package io.wattline.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A half-open range of time: it includes {@code start} and excludes {@code end}. Empty where both are equal. */
public record Interval(Instant start, Instant end) {

    public Interval {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "An interval ends at or after its start; found start " + start + ", end " + end);
        }
    }

    /**
     * The smallest interval on the grid of {@code step} (counted from the epoch, UTC) that holds {@code start} and
     * {@code end}.
     */
    public static Interval aligned(Instant start, Instant end, Duration step) {
        return new Interval(floor(start, step), ceiling(end, step));
    }

    /** The last grid point at or before {@code instant}. */
    public static Instant floor(Instant instant, Duration step) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    /** The first grid point at or after {@code instant}. */
    public static Instant ceiling(Instant instant, Duration step) {
        Instant floor = floor(instant, step);
        return floor.equals(instant) ? floor : floor.plus(step);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean isEmpty() {
        return start.equals(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** How many slots of {@code step} fit; the interval must be aligned to it for this to be the number of its bins. */
    public long slots(Duration step) {
        return length().toSeconds() / step.toSeconds();
    }

    @Override
    public String toString() {
        return "[" + start + ", " + end + ")";
    }
}
