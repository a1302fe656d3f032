package io.wattline.quality;

/**
 * Counts over a span of local days, for one or more channels.
 *
 * @param due               readings that are due
 * @param kept              readings kept and not estimated
 * @param estimated         readings that are estimated
 * @param suspect           kept readings that are suspect
 * @param offGrid           rows that double a slot
 * @param rejected          readings that arrived and were rejected
 * @param values            possible values of the core fields that a channel has
 * @param nulls             values that are null
 * @param outOfRange        kept readings with impossible power
 * @param watched           kept readings whose interval ended after the channel was known
 * @param onTime            watched readings that were kept in time
 * @param longestGapSeconds the longest span without readings
 */
public record QualityFigures(
        long due,
        long kept,
        long estimated,
        long suspect,
        long offGrid,
        long rejected,
        long values,
        long nulls,
        long outOfRange,
        long watched,
        long onTime,
        long longestGapSeconds) {

    static final QualityFigures NONE = new QualityFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The sum of both, with the longer gap. */
    QualityFigures plus(QualityFigures other) {
        return new QualityFigures(
                due + other.due,
                kept + other.kept,
                estimated + other.estimated,
                suspect + other.suspect,
                offGrid + other.offGrid,
                rejected + other.rejected,
                values + other.values,
                nulls + other.nulls,
                outOfRange + other.outOfRange,
                watched + other.watched,
                onTime + other.onTime,
                Math.max(longestGapSeconds, other.longestGapSeconds));
    }

    double nullRate() {
        return share(nulls, values, 0);
    }

    double outOfRangeRate() {
        return share(outOfRange, kept, 0);
    }

    /** From 0 (bad) to 1 (good); NaN where nothing was counted. */
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
