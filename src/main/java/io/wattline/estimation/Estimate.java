package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.List;
import java.util.Map;

/**
 * What became of a gap.
 *
 * @param method  what really ran: {@code linear}, {@code like-day}, or {@link #NONE}
 * @param whyNone why nothing is estimated, for people; null where something is
 * @param later   nothing is decided: the source could not be asked, and the gap is looked at again in the next run
 * @param slots   energy of each missing reading in order, kWh; empty with {@link #NONE}
 * @param total   the known energy over the gap, which the slots add up to; null where nobody knows it
 * @param inputs  what it was made from
 */
public record Estimate(OpenGap gap, String method, String whyNone, boolean later, List<Counters> slots, KnownTotal total, Map<String, Object> inputs) {

    /** Mark missing: null beats invention. */
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

    /** Mean power of each slot that agrees with its energy, kW. */
    public double[] powersKw() {
        return slots.stream().mapToDouble(slot -> slot.netKwh() / gap.stepHours()).toArray();
    }
}
