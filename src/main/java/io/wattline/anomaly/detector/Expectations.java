package io.wattline.anomaly.detector;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Learns from a grid what is expected of its days, each from the days before it: the like days are the same weekdays
 * before, where Tuesday to Thursday stand for each other and a holiday is like a Sunday. Keeps what it has learned for
 * the last days only.
 */
public final class Expectations {

    private static final int WEEKS = 6;
    private static final int LIKE_DAYS_MAX = 12;
    /** After a long gap, days from before it are used, so far back. */
    private static final int DAYS_BACK_MAX = 112;
    private static final int KEPT = 16;

    private final DayGrid grid;
    private final DayGrid raw;
    private final Predicate<LocalDate> holiday;
    private final Expected[] kept = new Expected[KEPT];
    private final int[] keptDay = new int[KEPT];
    private final double[][] hours;
    private final int[] measured;

    /**
     * @param grid what is learned from
     * @param raw  what was read, also where it is not learned from
     */
    public Expectations(DayGrid grid, DayGrid raw, Predicate<LocalDate> holiday) {
        this.grid = grid;
        this.raw = raw;
        this.holiday = holiday;
        this.hours = new double[grid.days()][];
        this.measured = new int[grid.days()];
        Arrays.fill(keptDay, -1);
        Arrays.fill(measured, -1);
    }

    /** What may be seen on a day. */
    public DayView view(int today) {
        return new DayView(grid, today, this);
    }

    /** Forgets what was derived from the readings of a day, because they have changed. */
    public void changed(int day) {
        hours[day] = null;
        measured[day] = -1;
    }

    /** Learns anew, because readings that were learned from have changed. */
    public void relearn() {
        Arrays.fill(keptDay, -1);
    }

    DayGrid raw() {
        return raw;
    }

    Expected of(int day) {
        if (keptDay[day % KEPT] != day) {
            kept[day % KEPT] = learn(likeDays(day));
            keptDay[day % KEPT] = day;
        }
        return kept[day % KEPT];
    }

    boolean isMissing(int day, int slot) {
        return Double.isNaN(raw.energy(day, slot));
    }

    int measured(int day) {
        if (measured[day] < 0) {
            int n = 0;
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                n += Double.isNaN(grid.energy(day, slot)) ? 0 : 1;
            }
            measured[day] = n;
        }
        return measured[day];
    }

    double[] hours(int day) {
        if (day < 0) {
            return HourSums.of(slot -> Double.NaN, grid.slotsPerDay());
        }
        if (hours[day] == null) {
            hours[day] = HourSums.of(slot -> grid.energy(day, slot), grid.slotsPerDay());
        }
        return hours[day];
    }

    private int[] likeDays(int day) {
        int kind = kind(day);
        int[] like = new int[LIKE_DAYS_MAX];
        int n = 0;
        for (int before = day - 1; before >= Math.max(0, day - DAYS_BACK_MAX) && n < LIKE_DAYS_MAX; before--) {
            boolean enough = n >= WEEKS && before < day - 7 * WEEKS;
            if (!enough && kind(before) == kind && measured(before) * 2 >= grid.slotsPerDay()) {
                like[n++] = before;
            }
        }
        return Arrays.copyOf(like, n);
    }

    private int kind(int day) {
        LocalDate date = grid.date(day);
        DayOfWeek weekday = holiday.test(date) ? DayOfWeek.SUNDAY : date.getDayOfWeek();
        return weekday == DayOfWeek.TUESDAY || weekday == DayOfWeek.THURSDAY ? DayOfWeek.WEDNESDAY.getValue()
                : weekday.getValue();
    }

    private Expected learn(int[] like) {
        int slots = grid.slotsPerDay();
        double[] median = new double[slots];
        double[] low = new double[slots];
        double[][] residuals = new double[slots][like.length];
        double[] sample = new double[like.length];
        for (int slot = 0; slot < slots; slot++) {
            for (int i = 0; i < like.length; i++) {
                sample[i] = grid.energy(like[i], slot);
            }
            median[slot] = Robust.median(sample);
            low[slot] = Robust.quantile(sample, 0.1);
            for (int i = 0; i < like.length; i++) {
                residuals[slot][i] = sample[i] - median[slot];
            }
        }
        return Expected.of(median, spread(residuals, like.length), low, like.length);
    }

    /** Two neighbours on either side tell of the spread as well. */
    private static double[] spread(double[][] residuals, int days) {
        int slots = residuals.length;
        double[] spread = new double[slots];
        double[] pooled = new double[5 * days];
        for (int slot = 0; slot < slots; slot++) {
            for (int near = -2; near <= 2; near++) {
                System.arraycopy(residuals[Math.floorMod(slot + near, slots)], 0, pooled, (near + 2) * days, days);
            }
            spread[slot] = Robust.sigmaAround(pooled, 0);
        }
        return spread;
    }
}
