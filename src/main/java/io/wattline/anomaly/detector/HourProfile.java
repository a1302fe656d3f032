package io.wattline.anomaly.detector;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The median day of a set of days, hour by hour in kWh. */
final class HourProfile {

    private HourProfile() {
    }

    /**
     * The latest {@code count} measured days from {@code fromAgo} backwards that {@code use} (of days ago) allows, at
     * most {@code backAgo}.
     */
    static int[] days(DayView view, int fromAgo, int count, int backAgo, IntPredicate use) {
        int[] days = new int[count];
        int n = 0;
        for (int ago = fromAgo; n < count && ago <= backAgo && view.reaches(ago); ago++) {
            if (view.isMeasured(ago) && use.test(ago)) {
                days[n++] = ago;
            }
        }
        return Arrays.copyOf(days, n);
    }

    static double[] of(DayView view, int[] days) {
        double[][] each = Arrays.stream(days).mapToObj(view::hours).toArray(double[][]::new);
        int hours = view.hours(0).length;
        double[] profile = new double[hours];
        double[] sample = new double[days.length];
        for (int hour = 0; hour < hours; hour++) {
            for (int i = 0; i < days.length; i++) {
                sample[i] = each[i][hour];
            }
            profile[hour] = Robust.median(sample);
        }
        return profile;
    }
}
