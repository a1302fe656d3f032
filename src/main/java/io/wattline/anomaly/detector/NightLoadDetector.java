package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * Load in the quietest hours, for several nights. Score and cut-off are in spreads of the nights of the last eight
 * weeks; the floor is the additional load as a share of the mean hour.
 */
public record NightLoadDetector(DetectorTuning tuning) implements Detector {

    private static final int HOURS = 6;
    private static final String NIGHTS = "nights";
    private static final int NIGHTS_MIN = 14;
    /**
     * Where the rest of the day has risen by more than this share of the night's rise, the day has risen and not the
     * night.
     */
    /** Hours are quiet that are expected to have little more than the quietest, as a share of the mean hour. */
    private static final double QUIET = 0.1;
    private static final double REST_MAX = 0.5;

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.NIGHT_LOAD;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        double[] expected = HourSums.of(slot -> view.expected(0).energyKwh()[slot], view.slots());
        double mean = mean(expected, 0, expected.length);
        if (view.expected(0).likeDays() < 4 || expected.length < 2 * HOURS || !(mean > 0)) {
            return Optional.empty();
        }
        int quiet = night(view.hours(0), expected, mean);
        double excess = excess(view.hours(0), expected, quiet);
        double rest = mean(view.hours(0), quiet + HOURS, expected.length - HOURS)
                - mean(expected, quiet + HOURS, expected.length - HOURS);
        RecentNumbers nights = memory.ring(NIGHTS);
        double sigma = Robust.sigmaAround(nights.values(), 0);
        int known = nights.values().length;
        RecentNumbers recent = memory.ring("recent", (int) tuning.persistence().toDays());
        double shown = Double.isNaN(excess) || rest > REST_MAX * excess && excess > 0 ? 0 : excess / mean;
        recent.add(shown);
        nights.add(Double.isNaN(excess) ? 0 : excess / mean);
        double steady = recent.largest((int) tuning.persistence().toDays());
        double score = Double.isNaN(steady) || known < NIGHTS_MIN ? 0
                : steady / Math.max(sigma, tuning.floor() / tuning.cutOff());
        return memory.isBeyond(score, tuning.cutOff()) ? Optional.of(sighting(view, expected, quiet, score))
                : Optional.empty();
    }

    /**
     * The first of the six hours in a row, past midnight too, that have most more than expected among the quiet ones.
     */
    private static int night(double[] hours, double[] expected, double mean) {
        double least = Double.MAX_VALUE;
        for (int hour = 0; hour < expected.length; hour++) {
            least = Math.min(least, mean(expected, hour, HOURS));
        }
        int night = -1;
        for (int hour = 0; hour < expected.length; hour++) {
            boolean quiet = mean(expected, hour, HOURS) <= least + QUIET * mean;
            boolean more = quiet && (night < 0 || excess(hours, expected, hour) > excess(hours, expected, night));
            night = more ? hour : night;
        }
        return Math.max(0, night);
    }

    /**
     * What all of the quiet hours but two have more than expected: a site that opens early has it in the last ones
     * only.
     */
    private static double excess(double[] hours, double[] expected, int quiet) {
        double[] excess = new double[HOURS];
        for (int i = 0; i < HOURS; i++) {
            int hour = (quiet + i) % hours.length;
            excess[i] = hours[hour] - expected[hour];
        }
        return Robust.quantile(excess, 2.0 / HOURS);
    }

    private static double mean(double[] hours, int from, int count) {
        double sum = 0;
        for (int hour = from; hour < from + count; hour++) {
            sum += hours[Math.floorMod(hour, hours.length)];
        }
        return sum / count;
    }

    private Sighting sighting(DayView view, double[] expected, int quiet, double score) {
        int days = (int) tuning.persistence().toDays();
        double observed = mean(view.hours(0), quiet, HOURS) * HOURS;
        double usual = mean(expected, quiet, HOURS) * HOURS;
        int slot = quiet * view.slots() / expected.length;
        String sentence = "Every day from " + view.date(days - 1) + " to " + view.date(0)
                + ": the six quiet hours from "
                + Phrases.time(view, slot) + " have more load than usual, last " + Phrases.kwh(observed)
                + " instead of " + Phrases.kwh(usual)
                + ", and the rest of the day has not.";
        return new Sighting(AnomalyKind.NIGHT_LOAD, view.cell(days - 1, 0), view.cell(0, 0) + view.slots(), score,
                usual, observed,
                Cause.OPERATION, sentence);
    }
}
