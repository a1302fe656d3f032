package io.wattline.gap;

import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a search for gaps has found.
 *
 * @param opened    gaps that are new; planned ones and those that are not due yet do not count
 * @param filled    gaps, or parts of one, that have readings now
 * @param withdrawn gaps, or parts of one, of which no reading is expected any more
 * @param open      what is open now of all channels, by reason
 */
public record GapFindings(long opened, long filled, long withdrawn, Map<String, Open> open) {

    /** How many gaps, and how many readings are missing in them. */
    public record Open(long gaps, long slots) {
    }

    /** Gaps that are missed: without planned ones and those that are not due yet. */
    public long openGaps() {
        return missed(Open::gaps);
    }

    /** Readings that are missed. */
    public long missingSlots() {
        return missed(Open::slots);
    }

    private long missed(ToLongFunction<Open> figure) {
        return open.entrySet().stream().filter(entry -> Gap.isMissed(entry.getKey())).map(Map.Entry::getValue).mapToLong(figure).sum();
    }

    /** For the log. */
    @Override
    public String toString() {
        return String.format("%,d new, %,d filled, %,d not expected any more; %,d open, in which %,d readings are missing", opened, filled, withdrawn, openGaps(), missingSlots());
    }
}
