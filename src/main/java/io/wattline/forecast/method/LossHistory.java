package io.wattline.forecast.method;

/**
 * How many readings of a channel or a site were expected and are missing, by day.
 *
 * @param expected readings of the day; NaN where the day is unknown
 * @param missing  those that are not kept
 */
public record LossHistory(Subject subject, DaySeries expected, DaySeries missing) {

    /** Missing as a share of expected; NaN where nothing was expected or nobody knows. */
    double loss(long day) {
        double due = expected.at(day);
        return due > 0 ? Math.min(1, missing.at(day) / due) : Double.NaN;
    }

    /** The sum of a series over known days of {@code [from, to)}. */
    static double sum(DaySeries series, long from, long to) {
        double sum = 0;
        for (double value : series.known(from, to)) {
            sum += value;
        }
        return sum;
    }
}
