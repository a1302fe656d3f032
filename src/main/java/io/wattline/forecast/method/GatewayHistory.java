package io.wattline.forecast.method;

/**
 * A gateway, by day.
 *
 * @param kept     readings kept of those expected from all its channels, 0 to 1
 * @param flapping share of its channels that lost something, 0 to 1
 * @param late     share of its readings that did not arrive on time, 0 to 1
 * @param gapHours the longest gap of the day, mean over its channels, in h
 */
public record GatewayHistory(
        Subject subject, DaySeries kept, DaySeries flapping, DaySeries late, DaySeries gapHours) {

    private static final double FAILED = 0.05;

    /** Whether it was silent for a whole day. False where nobody knows. */
    boolean failed(long day) {
        return kept.at(day) <= FAILED;
    }

    /** Whether it was silent on any day of {@code [from, to)}. */
    boolean failed(long from, long to) {
        for (long day = from; day < to; day++) {
            if (failed(day)) {
                return true;
            }
        }
        return false;
    }
}
