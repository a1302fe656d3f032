package io.wattline.anomaly.detector;

import java.util.Arrays;

/** The last so many numbers. */
final class RecentNumbers {

    private final double[] numbers;
    private int added;

    RecentNumbers(int length) {
        this.numbers = new double[length];
    }

    void add(double number) {
        numbers[added++ % numbers.length] = number;
    }

    double[] values() {
        return Arrays.copyOf(numbers, Math.min(added, numbers.length));
    }

    /** The n-th largest, from 1; not-a-number where there are fewer. */
    double largest(int n) {
        double[] sorted = values();
        Arrays.sort(sorted);
        return sorted.length < n ? Double.NaN : sorted[sorted.length - n];
    }
}
