package io.wattline.forecast.method;

import java.util.Arrays;

/**
 * A robust line through the two weeks before a day.
 *
 * @param level on the day before it: median of the last three values
 * @param slope a day
 * @param noise how far a value is off the line after one day
 */
record TrendLine(double level, double slope, double noise) {

    private static final int DAYS = 14;
    private static final int KNOWN_MIN = 5;
    private static final double BREAK_SPREADS = 8;
    /** As a share of the value: one that hardly ever moves says nothing about how it moves. */
    private static final double LEAST_NOISE = 0.001;

    /** Null where fewer than 5 days are known since the value was last set back, or it never moves. */
    static TrendLine before(DaySeries series, long day) {
        long from = sinceBreak(series, day);
        double[] known = series.known(from, day);
        double[] last = series.known(day - 3, day);
        if (known.length < KNOWN_MIN || last.length == 0) {
            return null;
        }
        double slope = Numbers.medianSlope(series, from, day);
        double[] steps = new double[known.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = known[i + 1] - known[i];
        }
        double noise = Math.max(deviation(steps), Math.abs(slope) * 0.05);
        double level = Numbers.median(last) + (last.length == 3 ? slope : 0);
        return !(slope != 0 || noise > 0) ? null
                : new TrendLine(level, slope, Math.max(noise, LEAST_NOISE * Math.abs(level)));
    }

    /** Mean distance from the median, scaled to a standard deviation; the median distance is often 0. */
    private static double deviation(double[] steps) {
        double usual = Numbers.median(steps);
        return 1.25 * Arrays.stream(steps).map(step -> Math.abs(step - usual)).average().orElse(0);
    }

    /** The day from which on nobody has set the value back, such as a clean-up of a disk; two weeks ago at most. */
    private static long sinceBreak(DaySeries series, long day) {
        double[] steps = new double[DAYS];
        int count = 0;
        for (long at = day - DAYS + 1; at < day; at++) {
            double step = series.at(at) - series.at(at - 1);
            if (!Double.isNaN(step)) {
                steps[count++] = step;
            }
        }
        double[] known = Arrays.copyOf(steps, count);
        double usual = count == 0 ? 0 : Numbers.median(known);
        double spread = count == 0 ? 0 : Math.max(Numbers.spread(known), Math.abs(usual));
        for (long at = day - 1; at > day - DAYS; at--) {
            if (series.at(at) - series.at(at - 1) < usual - BREAK_SPREADS * spread) {
                return at;
            }
        }
        return day - DAYS;
    }

    /** The value so many days after the day before. */
    double at(double days) {
        return level + days * slope;
    }

    /** The scale of its error so many days ahead: the noise, and the slope that was slightly wrong. */
    double scale(double days) {
        return noise * Math.sqrt(days);
    }
}
