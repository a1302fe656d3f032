package io.wattline.forecast.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Forecasts when a backlog is cleared, and whether it is still there in 24 hours: it replays stretches of six hours
 * in which windows were read, and new jobs as often as they came, in random order, many times. The random numbers have
 * a fixed seed, so that the same hours give the same forecast.
 */
public final class BacklogMethod {

    public static final int HORIZON_HOURS = 24;
    private static final int HOURS_BACK = 28 * 24;
    private static final int READING_HOURS = 336;
    private static final int HOURS_MAX = 14 * 24;
    private static final int HOURS_MIN = 12;
    private static final int STRETCH = 6;
    private static final int PATHS = 500;

    /** @param hours open windows, one value an hour, the newest last; no forecast where the newest is 0 */
    public Optional<Outlook> forecast(Subject subject, List<Double> hours) {
        List<Double> recent = hours.subList(Math.max(0, hours.size() - HOURS_BACK - 1), hours.size());
        double open = recent.isEmpty() ? 0 : recent.get(recent.size() - 1);
        Past past = past(recent);
        double[] changes = past.changes();
        if (open <= 0 || changes.length < HOURS_MIN) {
            return Optional.empty();
        }
        double[] cleared = new double[PATHS];
        Random random = new Random(7);
        for (int path = 0; path < PATHS; path++) {
            cleared[path] = cleared(open, past, random);
        }
        Arrays.sort(cleared);
        return Optional.of(outlook(subject, open, changes, cleared));
    }

    /**
     * What the last hours show.
     *
     * @param changes from hour to hour, while windows were open and none came
     * @param jobs    sizes of what came
     * @param hours   how many hours were seen
     */
    private record Past(double[] changes, double[] jobs, int hours) {
    }

    private static Past past(List<Double> recent) {
        List<Double> changes = new ArrayList<>();
        List<Double> jobs = new ArrayList<>();
        for (int hour = 1; hour < recent.size(); hour++) {
            double change = recent.get(hour) - recent.get(hour - 1);
            if (change > 0) {
                jobs.add(change);
            } else if (recent.get(hour) > 0) {
                changes.add(change);
            }
        }
        List<Double> last = changes.subList(Math.max(0, changes.size() - READING_HOURS), changes.size());
        return new Past(array(last), array(jobs), Math.max(1, recent.size() - 1));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double cleared(double open, Past past, Random random) {
        double left = open;
        double[] changes = past.changes();
        // the job that made this backlog is no sign of how often one comes
        double jobsAnHour = Math.max(0, past.jobs().length - 1) / (double) past.hours();
        for (int hour = 0; hour < HOURS_MAX; hour += STRETCH) {
            int from = random.nextInt(Math.max(1, changes.length - STRETCH + 1));
            for (int i = 0; i < STRETCH; i++) {
                left += changes[Math.min(from + i, changes.length - 1)];
                if (left <= 0) {
                    return hour + i + 1;
                }
                left += random.nextDouble() < jobsAnHour ? past.jobs()[random.nextInt(past.jobs().length)] : 0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static Outlook outlook(Subject subject, double open, double[] changes, double[] cleared) {
        double low = cleared[PATHS / 10];
        double high = cleared[PATHS * 9 / 10 - 1];
        double probability = (Numbers.above(cleared, HORIZON_HOURS) + 0.5) / (PATHS + 1.0);
        int week = Math.min(changes.length, 7 * 24);
        double slope = Arrays.stream(changes, changes.length - week, changes.length).average().orElse(0);
        String when = Double.isInfinite(low) ? "not within 14 days"
                : Double.isInfinite(high) ? "not before " + (int) low + " h from now"
                : "in " + (int) low + " to " + (int) high + " h";
        return new Outlook(ForecastKind.BACKLOG, subject, HORIZON_HOURS, probability, 1,
                open + HORIZON_HOURS * slope > 0 ? 1 : 0, HORIZON_HOURS, Double.isInfinite(low) ? null
                : new Outlook.Interval(low, high), Double.isInfinite(low) ? null : new Outlook.Interval(low, high),
                String.format(Locale.ROOT, "%s of %.0f windows is cleared %s (80 %%), and is still there in %d h with "
                        + "a probability of %.0f %%: it changed by %+.1f an hour in the last %d hours.", subject.name(),
                        open, when, HORIZON_HOURS, 100 * probability, slope, week), null);
    }
}
