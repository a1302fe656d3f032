package io.wattline.alert;

import java.util.Locale;

/** Why people are notified. */
public enum MessageKind {
    /** An alert begins to fire. */
    FIRED,
    /** The rule found more at the same site. */
    GREW,
    /** The alert goes on. */
    REPEATED,
    /** The alert has gone on for long: a line in one message about everything that still fires. */
    DIGEST,
    /** Somebody has acknowledged it. */
    ACKNOWLEDGED,
    /** The acknowledgement has run out, and the alert goes on. */
    EXPIRED,
    /** The alert has ended. */
    RESOLVED,
    /** Nothing is wrong: somebody tests a notification channel. */
    TEST;

    /** Whether it says again what people were notified of. */
    boolean isReminder() {
        return this == REPEATED || this == DIGEST;
    }

    /** As tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
