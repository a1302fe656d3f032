package io.wattline.forecast.method;

/**
 * How late the readings of a channel arrived.
 *
 * @param seconds  by day of arrival: the longest time between the end of an interval and the run that brought its
 *                 reading, in s; 0 where all came in time
 * @param lookBack how far back polls ask, in s
 */
public record LateHistory(Subject subject, DaySeries seconds, double lookBack) {
}
