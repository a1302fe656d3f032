package io.wattline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares the machine's clock with time that only runs forward. A difference that appears between two looks is a step:
 * somebody has set the clock, or the machine was suspended. A clock that is slewed slowly makes no step.
 */
final class ClockSteps {

    private final Duration stepMin;
    private Instant clockBefore;
    private long nanosBefore;

    /**
     * A step.
     *
     * @param at when it was noticed, by the new time
     * @param by how far the clock has moved, in whole seconds; negative where it was set back
     */
    record Step(Instant at, Duration by) {
    }

    /** @param stepMin the smallest difference that is a step */
    ClockSteps(Duration stepMin) {
        this.stepMin = stepMin;
    }

    /**
     * The step since the look before, if there is one. The first look finds none.
     *
     * @param clock the machine's clock
     * @param nanos {@link System#nanoTime()} of the same moment
     */
    Optional<Step> look(Instant clock, long nanos) {
        Duration by = clockBefore == null ? Duration.ZERO : step(clock, nanos);
        clockBefore = clock;
        nanosBefore = nanos;
        return by.abs().compareTo(stepMin) >= 0 ? Optional.of(new Step(clock, by)) : Optional.empty();
    }

    private Duration step(Instant clock, long nanos) {
        Duration moved = Duration.between(clockBefore, clock).minusNanos(nanos - nanosBefore);
        return Duration.ofSeconds(Math.round(moved.toMillis() / 1000.0));
    }
}
