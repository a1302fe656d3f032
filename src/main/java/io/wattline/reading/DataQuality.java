package io.wattline.reading;

import java.util.Locale;

/** What the values of a reading are: column {@code data_quality}. */
public enum DataQuality {
    /** From the source, and within all rules. */
    MEASURED,
    /** From the source and kept, but doubtful: {@code quality_method} says why. */
    SUSPECT,
    /** Computed, since the source has no value. */
    ESTIMATED,
    /** Set by a person. */
    EDITED;

    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
