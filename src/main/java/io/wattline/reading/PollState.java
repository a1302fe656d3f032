package io.wattline.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is remembered of a channel's polling between two polls (table {@code poll_state}).
 *
 * @param cursor              everything before it has been taken; null before the first window
 * @param lastReadingAt       start of the newest reading kept; null where there is none
 * @param previousAt          start of the last reading from before the first window of the next poll; null where there is none
 * @param windowMax           the longest window that works; null: as the settings say
 * @param fields              the fields to ask for; null: as the device type offers
 * @param fieldsProven        whether the source has answered these fields once
 * @param strikes             refusals running at the shortest window
 * @param consecutiveFailures polls running that ended in a failure
 * @param status              whether the channel is read
 * @param statusReason        why it is not live; null while it is
 * @param statusSince         since when; null while it has always been live
 * @param lookBack            how far before the cursor it is asked again, while its readings come late; null: as the settings say
 */
public record PollState(Instant cursor, Instant lastReadingAt, Instant previousAt, Duration windowMax, List<String> fields, boolean fieldsProven, int strikes,
                        int consecutiveFailures, Status status, String statusReason, Instant statusSince, Duration lookBack) {

    /** With the look-back of the settings. */
    public PollState(Instant cursor, Instant lastReadingAt, Instant previousAt, Duration windowMax, List<String> fields, boolean fieldsProven, int strikes,
                     int consecutiveFailures, Status status, String statusReason, Instant statusSince) {
        this(cursor, lastReadingAt, previousAt, windowMax, fields, fieldsProven, strikes, consecutiveFailures, status, statusReason, statusSince, null);
    }

    /** Whether a channel is read. */
    public enum Status {
        /** Polled when due. */
        LIVE,
        /** Its subscription has ended; tried once a day. */
        PAUSED,
        /** The source refuses it for ever; tried once a day. */
        DEAD
    }

    /** The state of a channel that was never polled. */
    public static PollState fresh() {
        return new PollState(null, null, null, null, null, false, 0, 0, Status.LIVE, null, null);
    }
}
