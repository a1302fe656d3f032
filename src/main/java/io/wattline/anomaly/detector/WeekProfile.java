package io.wattline.anomaly.detector;

import java.time.DayOfWeek;
import java.util.Arrays;

/** The median day of each weekday, hour by hour in kWh, so that a weekend is compared with weekends. */
final class WeekProfile {

    private final double[][] byWeekday = new double[DayOfWeek.values().length][];

    /** @param days of some weeks, as days ago */
    WeekProfile(DayView view, int[] days) {
        double[] any = null;
        for (DayOfWeek weekday : DayOfWeek.values()) {
            int[] same = Arrays.stream(days).filter(ago -> view.date(ago).getDayOfWeek() == weekday).toArray();
            any = same.length == 0 && any == null ? HourProfile.of(view, days) : any;
            byWeekday[weekday.ordinal()] = same.length == 0 ? any : HourProfile.of(view, same);
        }
    }

    /** @param reference for each weekday, energy of each hour */
    WeekProfile(double[][] reference) {
        System.arraycopy(reference, 0, byWeekday, 0, byWeekday.length);
    }

    double[][] byWeekday() {
        return byWeekday.clone();
    }

    double[] like(DayView view, int daysAgo) {
        return byWeekday[view.date(daysAgo).getDayOfWeek().ordinal()];
    }

    /** How many times their own weekday's profile some days have, hour by hour the median of the days. */
    ProfileRatio ratio(DayView view, int... days) {
        int hours = view.hours(0).length;
        double[] after = new double[hours];
        double[] before = new double[hours];
        double[] ratios = new double[days.length];
        for (int hour = 0; hour < hours; hour++) {
            double sum = 0;
            for (int i = 0; i < days.length; i++) {
                double usual = like(view, days[i])[hour];
                ratios[i] = usual > 0 ? view.hours(days[i])[hour] / usual : Double.NaN;
                sum += usual;
            }
            before[hour] = sum / days.length;
            after[hour] = Robust.median(ratios) * before[hour];
        }
        return ProfileRatio.of(after, before);
    }
}
