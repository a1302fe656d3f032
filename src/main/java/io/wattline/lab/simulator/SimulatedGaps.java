package io.wattline.lab.simulator;

import io.wattline.reading.Interval;
import java.time.Instant;

/**
 * When a gateway is away: in most spans of 30 days once, for 1 to 153 hours, on the hour. All channels behind it are
 * away together.
 */
final class SimulatedGaps {

    /** A shorter gap is one of the radio link only: the meter's counter is not read late, energy does not catch up. */
    static final long CATCH_UP_FROM = 5 * 3600L;
    private static final long SPAN = 30 * 86_400L;
    private static final long[] HOURS = {1, 2, 5, 10, 36, 153};

    private SimulatedGaps() {
    }

    /** The gap that the instant (Unix seconds) falls into, or null. */
    static Interval at(long seed, int gatewayId, long instant) {
        Interval gap = ofSpan(seed, gatewayId, Math.floorDiv(instant, SPAN));
        return gap != null && gap.contains(Instant.ofEpochSecond(instant)) ? gap : null;
    }

    private static Interval ofSpan(long seed, int gatewayId, long span) {
        long draw = Hash.of(seed + gatewayId, span);
        int kind = (int) Hash.part(draw, 0, HOURS.length + 2);
        if (kind >= HOURS.length) {
            return null;
        }
        long length = HOURS[kind] * 3600;
        // At least a day away from the next span's, so that a gap's first slot afterwards is not in another gap.
        long start = span * SPAN + Hash.part(draw, 16, (SPAN - length) / 3600 - 24) * 3600;
        return new Interval(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + length));
    }
}
