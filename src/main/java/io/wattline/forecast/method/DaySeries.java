package io.wattline.forecast.method;

import java.time.LocalDate;
import java.util.Arrays;

/** A value for each day since a first one; NaN where nobody knows it. Never changes. */
public final class DaySeries {

    private final long firstDay;
    private final double[] values;

    public DaySeries(LocalDate firstDay, double... values) {
        this.firstDay = firstDay.toEpochDay();
        this.values = values.clone();
    }

    /** The value of a day; NaN where nobody knows it. */
    public double on(LocalDate day) {
        return at(day.toEpochDay());
    }

    /** Epoch day of the first value. */
    long first() {
        return firstDay;
    }

    /** Epoch day after the last value. */
    long end() {
        return firstDay + values.length;
    }

    /** The value of an epoch day; NaN where nobody knows it. */
    double at(long day) {
        int index = (int) (day - firstDay);
        return index < 0 || index >= values.length ? Double.NaN : values[index];
    }

    /** The mean of the known values of {@code [from, to)}; NaN where there is none. */
    double mean(long from, long to) {
        double sum = 0;
        int known = 0;
        for (long day = from; day < to; day++) {
            double value = at(day);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** The largest known value of {@code [from, to)}; 0 where there is none above. */
    double max(long from, long to) {
        double max = 0;
        for (long day = from; day < to; day++) {
            max = at(day) > max ? at(day) : max;
        }
        return max;
    }

    /** The known values of {@code [from, to)}. */
    double[] known(long from, long to) {
        double[] known = new double[(int) Math.max(0, to - from)];
        int count = 0;
        for (long day = from; day < to; day++) {
            if (!Double.isNaN(at(day))) {
                known[count++] = at(day);
            }
        }
        return Arrays.copyOf(known, count);
    }

    /** The last known value before a day; NaN where there is none in the week before it. */
    double last(long before) {
        for (long day = before - 1; day >= before - 7; day--) {
            if (!Double.isNaN(at(day))) {
                return at(day);
            }
        }
        return Double.NaN;
    }
}
