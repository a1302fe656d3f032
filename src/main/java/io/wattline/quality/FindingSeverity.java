package io.wattline.quality;

import java.util.Locale;

/** The severity of a finding, in ascending order. */
public enum FindingSeverity {
    INFO, WARNING, CRITICAL;

    /** The name in tables and files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingSeverity of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
