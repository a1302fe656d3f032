package io.wattline.lab.simulator;

import io.wattline.reading.Interval;
import java.time.Instant;

/**
 * What the API does with chosen slots of a channel, besides the faults.
 *
 * @param channelId the channel
 * @param interval  half-open, UTC: the slots that start within it
 * @param kind      what happens to them
 * @param at        when it happens; without meaning for {@link Kind#DROP}
 * @param permille  of the measured counters and power, for {@link Kind#CORRECT}; 1000 changes nothing
 */
public record Amendment(int channelId, Interval interval, Kind kind, Instant at, int permille) {

    /**
     * Most that a slot can be corrected to: a hundred times what was measured, so that no value leaves the range of a
     * long.
     */
    private static final int PERMILLE_MAX = 100_000;

    /** What happens to a slot. */
    public enum Kind {
        /** Never arrives. */
        DROP,
        /** Arrives at {@link #at()}, and is null until then. */
        DELAY,
        /** Is as measured until {@link #at()}, and {@link #permille()} of that from then on. */
        CORRECT,
        /** Is as measured until {@link #at()}, and gone from then on. */
        VANISH
    }

    public Amendment {
        if (kind == Kind.CORRECT && (permille < 0 || permille > PERMILLE_MAX)) {
            throw new IllegalArgumentException(
                    "Simulator: permille is " + permille + "; allowed: 0 to " + PERMILLE_MAX + ". Nothing is changed.");
        }
    }

    boolean covers(int channel, long start) {
        return channel == channelId && interval.contains(Instant.ofEpochSecond(start));
    }

    /** Does to the bin what has happened by {@code now}, Unix seconds. */
    void amend(Bin bin, long now) {
        boolean happened = kind != Kind.DROP && at.getEpochSecond() <= now;
        if (kind == Kind.CORRECT && happened) {
            bin.scale(permille);
        } else if (kind == Kind.DROP || kind == Kind.VANISH && happened || kind == Kind.DELAY && !happened) {
            bin.clear();
        }
    }
}
