package io.wattline.source;

import java.time.Duration;
import java.time.Instant;

/**
 * What the records of a response may be, by what was requested.
 *
 * @param start start of the requested half-open range
 * @param end   its end, exclusive
 * @param most  the largest number of records of the range that are read
 */
public record ExpectedRecords(Instant start, Instant end, int most) {

    /** Sources repeat records: a response may have this many more than one a minute. */
    private static final int SLACK = 100;

    /**
     * Records of a range, twice for each minute at most: bins that are shorter than requested are recognised by what
     * the response says of them.
     */
    public static ExpectedRecords of(Instant start, Instant end) {
        long minutes = Math.max(0, Duration.between(start, end).toMinutes());
        return new ExpectedRecords(start, end, (int) Math.min(Integer.MAX_VALUE, 2 * minutes + SLACK));
    }

    /** Whether a record that begins at {@code time} belongs to the range. */
    public boolean contains(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
