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
    /** Somebody has acknowledged it. */
    ACKNOWLEDGED,
    /** The acknowledgement has run out, and the alert goes on. */
    EXPIRED,
    /** The alert has ended. */
    RESOLVED,
    /** Nothing is wrong: somebody tests a notification channel. */
    TEST;

    /** As tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
