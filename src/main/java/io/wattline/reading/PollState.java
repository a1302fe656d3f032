package io.wattline.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is remembered of a channel between two polls (table {@code poll_state}).
 *
 * @param cursor              everything before it is read; null before the first window
 * @param lastReadingAt       start of the newest kept reading; null where there is none
 * @param previousAt          start of the last reading before the first window of the next poll; null where there is
 *     none
 * @param windowMax           the longest window that the source answers; null: as the settings say
 * @param fields              the fields to request; null: those that the device type offers
 * @param fieldsProven        whether the source has answered a request for these fields
 * @param strikes             refusals in a row of the shortest window
 * @param consecutiveFailures failed polls in a row
 * @param status              whether the channel is polled
 * @param statusReason        why it is not live; null while it is
 * @param statusSince         since when; null where it has always been live
 * @param lookBack            how far before the cursor a poll begins, since readings come late; null: as the settings
 *     say
 */
public record PollState(
        Instant cursor,
        Instant lastReadingAt,
        Instant previousAt,
        Duration windowMax,
        List<String> fields,
        boolean fieldsProven,
        int strikes,
        int consecutiveFailures,
        Status status,
        String statusReason,
        Instant statusSince,
        Duration lookBack) {

    /** With the look-back of the settings. */
    public PollState(
            Instant cursor, Instant lastReadingAt, Instant previousAt, Duration windowMax, List<String> fields,
            boolean fieldsProven, int strikes, int consecutiveFailures, Status status, String statusReason,
            Instant statusSince) {
        this(
                cursor, lastReadingAt, previousAt, windowMax, fields, fieldsProven, strikes, consecutiveFailures,
                status, statusReason, statusSince, null);
    }

    /** Whether a channel is polled. */
    public enum Status {
        /** Polled when due. */
        LIVE,
        /** Its subscription has ended; tried after {@link PollSettings#deadRetry()}. */
        PAUSED,
        /** The source refuses every request; tried after {@link PollSettings#deadRetry()}. */
        DEAD
    }

    /** The state of a channel before its first poll. */
    public static PollState fresh() {
        return new PollState(null, null, null, null, null, false, 0, 0, Status.LIVE, null, null);
    }
}
