package io.wattline.alert;

import java.util.Locale;

/** How bad it is, the worst first. */
public enum AlertSeverity {
    /** Somebody gets up for it. */
    CRITICAL,
    /** Somebody looks at it today. */
    WARNING,
    /** Good to know. */
    INFO;

    /** As it is written in files, tables and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link IllegalArgumentException} where there is no such severity. */
    public static AlertSeverity of(String word) {
        for (AlertSeverity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
