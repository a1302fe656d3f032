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

    /** As they are stored, the oldest first. */
    MemoryState.Numbers state() {
        double[] ordered = new double[Math.min(added, numbers.length)];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = numbers[(added - ordered.length + i) % numbers.length];
        }
        return new MemoryState.Numbers(numbers.length, ordered);
    }

    static RecentNumbers of(MemoryState.Numbers state) {
        RecentNumbers restored = new RecentNumbers(state.length());
        for (double number : state.values()) {
            restored.add(number);
        }
        return restored;
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
