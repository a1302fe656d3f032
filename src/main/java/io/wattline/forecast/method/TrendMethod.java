package io.wattline.forecast.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts when a value reaches its limit: a robust line through two weeks, and the errors that the same line made
 * before, on all series, in multiples of each series' own noise. The interval is where four of five of these errors
 * fall. A value at its limit gets no forecast.
 */
public final class TrendMethod {

    public static final int HORIZON_DAYS = 14;
    private static final int DAYS_BACK = 120;
    private static final int DATES_MAX = 365;
    private static final int ERRORS_MIN = 20;
    /** Errors of a line whose noise is known badly, until enough of its own are known: a wide normal distribution. */
    private static final double[] WIDE = {-4.5, -3, -2.2, -1.6, -1.1, -0.7, -0.35, 0, 0.35, 0.7, 1.1, 1.6, 2.2, 3, 4.5};

    private final ForecastKind kind;

    /** @param kind {@link ForecastKind#CLOCK} or {@link ForecastKind#FULL} */
    public TrendMethod(ForecastKind kind) {
        this.kind = kind;
    }

    /** @param today the first day that nothing is known of */
    public List<Outlook> forecast(List<TrendSeries> all, LocalDate today) {
        long now = today.toEpochDay();
        Errors errors = errors(all, now);
        List<Outlook> outlooks = new ArrayList<>();
        for (TrendSeries series : all) {
            TrendLine line = TrendLine.before(series.values(), now);
            if (line != null && Double.isFinite(series.limit()) && series.values().last(now) < series.limit()) {
                outlooks.add(outlook(series, line, errors, now));
            }
        }
        return outlooks;
    }

    /**
     * Errors over the horizon in multiples of the scale, ascending.
     *
     * @param ends  of the value at the end of the horizon
     * @param peaks of the largest value within the horizon
     */
    private record Errors(double[] ends, double[] peaks) {
    }

    /** Only origins whose end is known too. */
    private static Errors errors(List<TrendSeries> all, long now) {
        double[] ends = new double[all.size() * DAYS_BACK];
        double[] peaks = new double[ends.length];
        int count = 0;
        for (TrendSeries series : all) {
            long first = Math.max(series.values().first() + 7, now - DAYS_BACK);
            for (long day = first; day + HORIZON_DAYS <= now; day += 2) {
                double truth = series.values().at(day + HORIZON_DAYS - 1);
                TrendLine line = Double.isNaN(truth) ? null : TrendLine.before(series.values(), day);
                if (line != null && series.values().last(day) < series.limit()) {
                    ends[count] = (truth - line.at(HORIZON_DAYS)) / line.scale(HORIZON_DAYS);
                    peaks[count++] = peak(series, line, day);
                }
            }
        }
        return count < ERRORS_MIN ? new Errors(WIDE, WIDE) : new Errors(sorted(ends, count), sorted(peaks, count));
    }

    /** A value that has reached its limit goes no further: such an error is 0 at least. */
    private static double peak(TrendSeries series, TrendLine line, long day) {
        double highest = series.values().max(day, day + HORIZON_DAYS);
        double error = (highest - line.at(HORIZON_DAYS)) / line.scale(HORIZON_DAYS);
        return highest >= series.limit() ? Math.max(0, error) : error;
    }

    private static double[] sorted(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private Outlook outlook(TrendSeries series, TrendLine line, Errors errors, long now) {
        double scale = line.scale(HORIZON_DAYS);
        double low = Numbers.quantile(errors.ends(), 0.1);
        double high = Numbers.quantile(errors.ends(), 0.9);
        double point = line.at(HORIZON_DAYS);
        double needed = (series.limit() - point) / scale;
        double probability = (Numbers.above(errors.peaks(), needed) + 0.5) / (errors.peaks().length + 1.0);
        double[] week = Numbers.weekLine(series.values(), now);
        Outlook.Interval due = due(series.limit(), line, low, high);
        return new Outlook(kind, series.subject(), HORIZON_DAYS, probability, 0,
                week[0] + HORIZON_DAYS * week[1] >= series.limit() ? 1 : 0, series.limit(),
                new Outlook.Interval(point + low * scale, point + high * scale), due,
                sentence(series, line, probability, due, now), null);
    }

    /** Days until the limit is reached; null where not even the fastest path does within a year. */
    private static Outlook.Interval due(double limit, TrendLine line, double low, double high) {
        double earliest = reached(limit, line, high);
        return Double.isInfinite(earliest) ? null : new Outlook.Interval(earliest, reached(limit, line, low));
    }

    private static double reached(double limit, TrendLine line, double error) {
        for (int days = 1; days <= DATES_MAX; days++) {
            if (line.at(days) + error * line.scale(HORIZON_DAYS) * days / HORIZON_DAYS >= limit) {
                return days;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static String sentence(
            TrendSeries series, TrendLine line, double probability, Outlook.Interval due, long now) {
        String when = due == null ? "not within a year"
                : Double.isInfinite(due.high()) ? "not before " + LocalDate.ofEpochDay(now + (long) due.low() - 1)
                : "between " + LocalDate.ofEpochDay(now + (long) due.low() - 1) + " and "
                        + LocalDate.ofEpochDay(now + (long) due.high() - 1);
        return String.format(Locale.ROOT, "%s %s (80 %%), within %d days with a probability of %.0f %%: it is at %.1f "
                + "of %.1f %s and moves by %+.2f a day.", series.what(), when, HORIZON_DAYS, 100 * probability,
                line.level() / series.divisor(), series.limit() / series.divisor(), series.unit(),
                line.slope() / series.divisor());
    }
}
