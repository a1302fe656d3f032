package io.wattline.anomaly.detector;

import java.util.Arrays;

/**
 * One profile over another. Ratios are natural logarithms, so that half and double are equally far from 1.
 *
 * @param log    median over the hours in use
 * @param spread of the hours around it; near 0 where all hours are scaled alike
 * @param tilt   how far busy hours and quiet hours differ
 * @param hours  how many hours were compared
 */
record ProfileRatio(double log, double spread, double tilt, int hours) {

    static final ProfileRatio NONE = new ProfileRatio(0, Double.NaN, Double.NaN, 0);
    /** Hours that differ by less are scaled alike. */
    private static final double ALIKE = 0.12;
    private static final double NOISE_MAX = 0.3;
    private static final int HOURS_MIN = 6;
    /** An hour counts where it has this share of the mean hour. */
    private static final double IN_USE = 0.05;
    private static final double LOG_MAX = 12;

    static ProfileRatio of(double[] after, double[] before) {
        double mean = Arrays.stream(before).filter(hour -> !Double.isNaN(hour)).average().orElse(0);
        double[] logs = new double[before.length];
        double[] weights = new double[before.length];
        int n = 0;
        for (int hour = 0; hour < before.length; hour++) {
            if (before[hour] > IN_USE * mean && !Double.isNaN(after[hour])) {
                logs[n] = Math.max(-LOG_MAX, Math.log(Math.max(0, after[hour]) / before[hour]));
                weights[n++] = before[hour];
            }
        }
        if (n < HOURS_MIN) {
            return NONE;
        }
        double[] used = Arrays.copyOf(logs, n);
        double middle = Robust.median(Arrays.copyOf(weights, n));
        double busy = median(logs, weights, n, middle, true);
        double quiet = median(logs, weights, n, middle, false);
        return new ProfileRatio(Robust.median(used), Robust.sigma(used), Math.abs(busy - quiet), n);
    }

    private static double median(double[] logs, double[] weights, int n, double middle, boolean busy) {
        double[] some = new double[n];
        for (int i = 0; i < n; i++) {
            some[i] = weights[i] > middle == busy ? logs[i] : Double.NaN;
        }
        double median = Robust.median(some);
        return Double.isNaN(median) ? Robust.median(Arrays.copyOf(logs, n)) : median;
    }

    /**
     * Whether all hours are scaled alike, quiet ones included, as a meter fault does it; {@code usualSpread} is that of
     * ordinary weeks.
     */
    boolean isUniform(double usualSpread) {
        double size = Math.abs(log);
        double noise = Double.isNaN(usualSpread) ? 0 : Math.min(usualSpread, NOISE_MAX);
        double most = Math.min(0.6 * size, Math.max(ALIKE, 1.6 * noise));
        return spread <= most && tilt <= most;
    }

    double ratio() {
        return Math.exp(log);
    }
}
