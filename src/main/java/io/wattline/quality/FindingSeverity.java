package io.wattline.quality;

import java.util.Locale;

/** How bad a finding is, from little to much. */
public enum FindingSeverity {
    INFO, WARNING, CRITICAL;

    /** As tables and files write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingSeverity of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
