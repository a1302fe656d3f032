package io.wattline.quality;

import java.util.Locale;

/** What a grade is made of; each is a share from 0 (bad) to 1 (good). */
public enum Dimension {
    /** Readings kept of those due. */
    COMPLETENESS,
    /** Readings kept in time of those that could have been. */
    TIMELINESS,
    /** Readings within every limit of those that came. */
    VALIDITY,
    /** Readings that are not suspect of those kept. */
    CONSISTENCY,
    /** Rows on the grid of all rows. */
    UNIQUENESS;

    /** As {@code config/quality.yaml} and reports write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
