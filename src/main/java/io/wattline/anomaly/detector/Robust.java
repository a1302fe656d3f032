package io.wattline.anomaly.detector;

/** Medians and their kin. Not-a-number values are left out; an empty sample gives not-a-number. */
public final class Robust {

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private Robust() {
    }

    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** The value below which a share of the sample lies, interpolated between neighbours. */
    public static double quantile(double[] values, double share) {
        double[] numbers = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                numbers[n++] = value;
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        double position = share * (n - 1);
        int below = (int) position;
        double value = select(numbers, n, below);
        double next = value;
        if (position > below) {
            next = numbers[below + 1];
            for (int i = below + 2; i < n; i++) {
                next = Math.min(next, numbers[i]);
            }
        }
        return value + (next - value) * (position - below);
    }

    /** Moves the k-th smallest, from 0, to its place, the smaller ones before it and the larger ones behind it. */
    private static double select(double[] numbers, int n, int k) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            double pivot = numbers[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                i = firstNotBelow(numbers, i, pivot);
                j = lastNotAbove(numbers, j, pivot);
                if (i <= j) {
                    double swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            low = k > j ? i : low;
            high = k < i ? j : high;
            low = k > j && k < i ? high + 1 : low;
        }
        return numbers[k];
    }

    private static int firstNotBelow(double[] numbers, int from, double pivot) {
        int i = from;
        while (numbers[i] < pivot) {
            i++;
        }
        return i;
    }

    private static int lastNotAbove(double[] numbers, int from, double pivot) {
        int j = from;
        while (numbers[j] > pivot) {
            j--;
        }
        return j;
    }

    /** The spread around the median in the unit of a standard deviation. */
    public static double sigma(double[] values) {
        return sigmaAround(values, median(values));
    }

    public static double sigmaAround(double[] values, double centre) {
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - centre);
        }
        return MAD_TO_SIGMA * median(deviations);
    }
}
