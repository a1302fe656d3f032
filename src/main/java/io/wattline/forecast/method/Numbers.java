package io.wattline.forecast.method;

import java.util.Arrays;

/** Medians, quantiles and lines. */
final class Numbers {

    private Numbers() {
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    /** Median distance from the median, scaled to a standard deviation. */
    static double spread(double[] values) {
        double centre = median(values);
        return 1.4826 * median(Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
    }

    /** Of values in ascending order, interpolated; NaN where there is none. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** How many of values in ascending order are greater than a bound. */
    static int above(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > bound) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.length - low;
    }

    /** Least squares through the known values of the week before a day: {value on the day before it, slope a day}. */
    static double[] weekLine(DaySeries series, long before) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int x = -6; x <= 0; x++) {
            double y = series.at(before - 1 + x);
            if (!Double.isNaN(y)) {
                n++;
                sumX += x;
                sumY += y;
                sumXx += x * x;
                sumXy += x * y;
            }
        }
        double spread = n * sumXx - sumX * sumX;
        double slope = spread == 0 ? 0 : (n * sumXy - sumX * sumY) / spread;
        return new double[] {n == 0 ? Double.NaN : (sumY - slope * sumX) / n, slope};
    }

    /** The median of the slopes between all known values of {@code [from, to)}, a day; NaN with fewer than four. */
    static double medianSlope(DaySeries series, long from, long to) {
        double[] slopes = new double[(int) ((to - from) * (to - from - 1) / 2)];
        int count = 0;
        for (long a = from; a < to; a++) {
            for (long b = a + 1; b < to; b++) {
                double slope = (series.at(b) - series.at(a)) / (b - a);
                if (!Double.isNaN(slope)) {
                    slopes[count++] = slope;
                }
            }
        }
        return count < 6 ? Double.NaN : median(Arrays.copyOf(slopes, count));
    }
}
