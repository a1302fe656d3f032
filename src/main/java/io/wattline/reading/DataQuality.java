package io.wattline.reading;

import java.util.Locale;

/** What a row of {@code readings} is; the text in column {@code data_quality}. */
public enum DataQuality {
    /** As the source gave it, and no rule objects. */
    MEASURED,
    /** As the source gave it, kept, but not to be trusted: the reason is in {@code quality_method}. */
    SUSPECT,
    /** Computed by us because the source has none. */
    ESTIMATED,
    /** Set by a person. */
    EDITED;

    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
