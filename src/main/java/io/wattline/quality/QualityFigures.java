package io.wattline.quality;

/**
 * Counts over a span of local days, of a channel or of several.
 *
 * @param due               readings that should be there by now
 * @param kept              readings kept and not estimated
 * @param estimated         readings that are estimated
 * @param suspect           those of kept that are not to be trusted
 * @param offGrid           rows that double a slot
 * @param rejected          readings that came and are not kept
 * @param values            values that the core fields that a channel has could have
 * @param nulls             those of values that are null
 * @param outOfRange        kept readings with impossible power
 * @param watched           kept readings of intervals since the channel was known
 * @param onTime            those of watched that were kept in time
 * @param longestGapSeconds the longest span without readings
 */
public record QualityFigures(long due, long kept, long estimated, long suspect, long offGrid, long rejected, long values, long nulls, long outOfRange,
                      long watched, long onTime, long longestGapSeconds) {

    static final QualityFigures NONE = new QualityFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together; the longer of the gaps. */
    QualityFigures plus(QualityFigures other) {
        return new QualityFigures(due + other.due, kept + other.kept, estimated + other.estimated, suspect + other.suspect, offGrid + other.offGrid,
                rejected + other.rejected, values + other.values, nulls + other.nulls, outOfRange + other.outOfRange, watched + other.watched,
                onTime + other.onTime, Math.max(longestGapSeconds, other.longestGapSeconds));
    }

    double nullRate() {
        return share(nulls, values, 0);
    }

    double outOfRangeRate() {
        return share(outOfRange, kept, 0);
    }

    /** From 0 (bad) to 1 (good); NaN where nothing can be said. */
    double share(Dimension dimension) {
        return switch (dimension) {
            case COMPLETENESS -> Math.min(1, share(kept, due, Double.NaN));
            case TIMELINESS -> share(onTime, watched, Double.NaN);
            case VALIDITY -> share(kept - outOfRange, kept + rejected, Double.NaN);
            case CONSISTENCY -> share(kept - suspect, kept, Double.NaN);
            case UNIQUENESS -> share(kept + estimated, kept + estimated + offGrid, Double.NaN);
        };
    }

    private static double share(long part, long whole, double ofNothing) {
        return whole == 0 ? ofNothing : (double) part / whole;
    }
}
