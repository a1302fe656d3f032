package io.wattline.forecast.method;

/**
 * A robust line through the four weeks before a day.
 *
 * @param level on the day before it: median of the last three values
 * @param slope a day
 * @param noise how far a value is off the line after one day
 */
record TrendLine(double level, double slope, double noise) {

    private static final int DAYS = 28;
    private static final int KNOWN_MIN = 7;

    /** Null where fewer than 7 of the days are known. */
    static TrendLine before(DaySeries series, long day) {
        double[] known = series.known(day - DAYS, day);
        double[] last = series.known(day - 3, day);
        if (known.length < KNOWN_MIN || last.length == 0) {
            return null;
        }
        double slope = Numbers.medianSlope(series, day - DAYS, day);
        double[] steps = new double[known.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = known[i + 1] - known[i];
        }
        double noise = Math.max(Numbers.spread(steps), Math.abs(slope) * 0.05);
        return Double.isNaN(slope) ? null : new TrendLine(Numbers.median(last) + (last.length == 3 ? slope : 0), slope,
                Math.max(noise, 1e-9 * Math.max(1, Math.abs(known[known.length - 1]))));
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
