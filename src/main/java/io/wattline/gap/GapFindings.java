package io.wattline.gap;

import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a search for gaps has found.
 *
 * @param opened    gaps that are new; planned gaps and gaps that are not due yet do not count
 * @param filled    gaps, or parts of gaps, that have readings now
 * @param withdrawn gaps, or parts of gaps, for which no reading is expected any more
 * @param open      the open gaps of all channels, by reason
 */
public record GapFindings(long opened, long filled, long withdrawn, Map<String, OpenGaps> open) {

    /** How many gaps are open, and how many readings are missing in them. */
    public record OpenGaps(long gaps, long slots) {
    }

    /** Open gaps without planned gaps and gaps that are not due yet. */
    public long openGaps() {
        return missed(OpenGaps::gaps);
    }

    /** Readings that are missing in {@link #openGaps}. */
    public long missingSlots() {
        return missed(OpenGaps::slots);
    }

    private long missed(ToLongFunction<OpenGaps> figure) {
        return open.entrySet().stream()
                .filter(entry -> Gap.isMissed(entry.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(figure)
                .sum();
    }

    /** For the log. */
    @Override
    public String toString() {
        return String.format(
                "%,d new, %,d filled, %,d not expected any more; %,d open, in which %,d readings are missing",
                opened, filled, withdrawn, openGaps(), missingSlots());
    }
}
