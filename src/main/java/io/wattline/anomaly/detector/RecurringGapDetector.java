package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * The same slots missing day after day while the others arrive. The cut-off is the share of the days that lack them;
 * persistence is how many days are looked at.
 */
public record RecurringGapDetector(DetectorTuning tuning) implements Detector {

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.RECURRING_GAP;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        int days = (int) tuning.persistence().toDays();
        if (memory.isLearning() || !view.reaches(days - 1)) {
            return Optional.empty();
        }
        double[] missing = missing(view, days);
        double most = 0;
        int from = 0;
        int several = 0;
        for (int slot = 0; slot < missing.length; slot++) {
            from = missing[slot] > most ? slot : from;
            most = Math.max(most, missing[slot]);
            several += missing[slot] >= tuning.cutOff() ? 1 : 0;
        }
        boolean recurs = most >= tuning.cutOff() * memory.factor() && several * 2 < missing.length;
        return recurs ? Optional.of(sighting(view, from, end(missing, from), days, most)) : Optional.empty();
    }

    /** Share of the days that lack each slot; days that are missing as a whole do not count. */
    private static double[] missing(DayView view, int days) {
        double[] missing = new double[view.slots()];
        for (int ago = 0; ago < days; ago++) {
            for (int slot = 0; slot < view.slots() && view.total(ago) > 0; slot++) {
                missing[slot] += view.isMissing(ago, slot) ? 1.0 / days : 0;
            }
        }
        return missing;
    }

    private int end(double[] missing, int from) {
        int end = from;
        while (end < missing.length && missing[end] >= tuning.cutOff()) {
            end++;
        }
        return end;
    }

    private static Sighting sighting(DayView view, int from, int to, int days, double share) {
        String sentence = "From " + view.date(days - 1) + " to " + view.date(0) + " the readings from "
                + Phrases.time(view, from) + " to "
                + Phrases.time(view, to) + " are missing on " + Math.round(share * days) + " of " + days + " days.";
        return new Sighting(AnomalyKind.RECURRING_GAP, view.cell(days - 1, from), view.cell(0, 0) + to, share,
                Double.NaN, Double.NaN,
                Cause.METER, sentence);
    }
}
