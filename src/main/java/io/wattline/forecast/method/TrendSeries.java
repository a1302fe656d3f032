package io.wattline.forecast.method;

/**
 * A value that moves towards a limit.
 *
 * @param subject what it belongs to
 * @param values  by day
 * @param limit   at which the event happens; values at or above it count as reached
 * @param unit    for people, such as {@code s} or {@code GB}
 * @param divisor of values for people, such as 1e9
 * @param what    for people, such as {@code The clock of gateway 5 is half an interval off}
 */
public record TrendSeries(
        Subject subject, DaySeries values, double limit, String unit, double divisor, String what) {
}
