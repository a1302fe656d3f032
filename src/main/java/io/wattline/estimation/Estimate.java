package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.List;
import java.util.Map;

/**
 * The result for a gap.
 *
 * @param method  the method that ran: {@code linear}, {@code like-day}, or {@link #NONE}
 * @param whyNone why nothing is estimated, for people; null where something is
 * @param later   true where nothing is decided, since the source was unavailable; the next run tries the gap again
 * @param slots   energy of each missing reading in order, kWh; empty with {@link #NONE}
 * @param total   the known energy over the gap, which the slots add up to; null where it is unknown
 * @param inputs  what it was computed from, for table {@code estimates}
 */
public record Estimate(
        OpenGap gap,
        String method,
        String whyNone,
        boolean later,
        List<Counters> slots,
        GapTotal total,
        Map<String, Object> inputs) {

    /** No estimate: the gap stays missing. */
    public static final String NONE = "none";

    public Estimate {
        slots = List.copyOf(slots);
    }

    public boolean isNone() {
        return method.equals(NONE);
    }

    /** Sum over the slots, kWh. */
    public double energyKwh() {
        return slots.stream().mapToDouble(Counters::energyKwh).sum();
    }

    /** Mean power of each slot, from its energy, kW. */
    public double[] powersKw() {
        return slots.stream().mapToDouble(slot -> slot.netKwh() / gap.stepHours()).toArray();
    }
}
