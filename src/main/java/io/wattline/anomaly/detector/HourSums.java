package io.wattline.anomaly.detector;

import java.util.function.IntToDoubleFunction;

/** Energy by hour from energy by slot. */
final class HourSums {

    private HourSums() {
    }

    /** An hour with at least half of its slots is scaled to a whole one; with less it is not-a-number. */
    static double[] of(IntToDoubleFunction energy, int slots) {
        int hours = Math.min(24, slots);
        int each = slots / hours;
        double[] sums = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            double sum = 0;
            int n = 0;
            for (int slot = hour * each; slot < (hour + 1) * each; slot++) {
                double value = energy.applyAsDouble(slot);
                if (!Double.isNaN(value)) {
                    sum += value;
                    n++;
                }
            }
            sums[hour] = n * 2 < each ? Double.NaN : sum * each / n;
        }
        return sums;
    }
}
