package io.wattline.alert;

import java.util.Locale;

/** Why people are told. */
public enum MessageKind {
    /** It begins. */
    FIRED,
    /** More of the same, at the same site. */
    GREW,
    /** It goes on. */
    REPEATED,
    /** Somebody is at it. */
    ACKNOWLEDGED,
    /** Whoever was at it has been silent for too long, and it goes on. */
    EXPIRED,
    /** It is over. */
    RESOLVED,
    /** Nothing is wrong: somebody tries out a way. */
    TEST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
