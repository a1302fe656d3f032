package io.wattline.alert;

import java.util.Locale;

/** How severe an alert is, the most severe first. */
public enum AlertSeverity {
    /** Somebody is woken. */
    CRITICAL,
    /** Somebody looks at it today. */
    WARNING,
    /** For information. */
    INFO;

    /** As files, tables and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link IllegalArgumentException} where no such severity exists. */
    public static AlertSeverity of(String word) {
        for (AlertSeverity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
