package io.wattline.export;

import java.util.Locale;

/** What a row of an export is about. */
public enum ExportResolution {
    /** A reading. */
    SLOT,
    /** Energy of an hour. */
    HOUR,
    /** Energy of a day of the site's time zone. */
    DAY;

    /** Such as hour; {@link IllegalArgumentException} for another word. */
    public static ExportResolution of(String word) {
        for (ExportResolution each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("Resolution '" + word + "' does not exist; allowed: slot, hour, day");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
