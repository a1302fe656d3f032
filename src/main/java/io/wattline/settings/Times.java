package io.wattline.settings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in messages for people. */
public final class Times {

    private Times() {
    }

    /** ISO 8601 in UTC, to the second: a clock's nanoseconds help nobody. */
    public static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
