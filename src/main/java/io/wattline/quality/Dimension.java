package io.wattline.quality;

import java.util.Locale;

/** The dimensions of a grade; each is a share from 0 (bad) to 1 (good). */
public enum Dimension {
    /** Kept readings of those that are due. */
    COMPLETENESS,
    /** Readings that were kept in time, of those that could have been. */
    TIMELINESS,
    /** Readings within every limit, of those that arrived. */
    VALIDITY,
    /** Readings that are not suspect, of those kept. */
    CONSISTENCY,
    /** Rows on the grid, of all rows. */
    UNIQUENESS;

    /** The name in {@code config/quality.yaml} and in reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
