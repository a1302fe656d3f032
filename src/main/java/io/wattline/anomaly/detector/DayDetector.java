package io.wattline.anomaly.detector;

import java.time.DayOfWeek;
import java.util.Optional;

/**
 * A day whose total or shape is unlike its like days. The score is the deviation over what deviations of this channel
 * were in the last eight weeks; the floor is a share of the expected day.
 */
public record DayDetector(DetectorTuning tuning) implements Detector {

    private static final int LIKE_DAYS_MIN = 4;
    private static final String TOTAL = "total";
    private static final String SHAPE = "shape";

    /** Sums over the slots that both the day and its like days have. */
    private record Sums(double observed, double expected, double distance) {

        double total() {
            return observed / expected - 1;
        }

        double shape() {
            return distance / expected;
        }
    }

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.DAY;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        Expected expected = view.expected(0);
        if (!view.isMeasured(0) || expected.likeDays() < LIKE_DAYS_MIN) {
            return Optional.empty();
        }
        Sums sums = sums(view, expected.energyKwh());
        if (!(sums.expected() > 0)) {
            return Optional.empty();
        }
        double[] totals = memory.ring(TOTAL).values();
        double[] shapes = memory.ring(SHAPE).values();
        memory.ring(TOTAL).add(sums.total());
        memory.ring(SHAPE).add(sums.shape());
        double byTotal = Math.abs(sums.total()) / scale(Robust.sigmaAround(totals, 0));
        double usual = Robust.median(shapes);
        double byShape = (sums.shape() - (Double.isNaN(usual) ? 0 : usual)) / scale(Robust.sigma(shapes));
        double score = Math.max(byTotal, byShape);
        return memory.isBeyond(score, tuning.cutOff()) ? Optional.of(sighting(view, sums, score)) : Optional.empty();
    }

    private double scale(double sigma) {
        return Double.isNaN(sigma) ? tuning.floor() : Math.max(sigma, tuning.floor());
    }

    private static Sums sums(DayView view, double[] expected) {
        double observed = 0;
        double wanted = 0;
        double distance = 0;
        for (int slot = 0; slot < view.slots(); slot++) {
            double energy = view.energy(0, slot);
            if (!Double.isNaN(energy) && !Double.isNaN(expected[slot])) {
                observed += energy;
                wanted += expected[slot];
                distance += Math.abs(energy - expected[slot]);
            }
        }
        return new Sums(observed, wanted, distance);
    }

    private static Sighting sighting(DayView view, Sums sums, double score) {
        String sentence = view.date(0) + ": " + Phrases.kwh(sums.observed()) + " where " + Phrases.kwh(sums.expected())
                + " were expected (" + Phrases.percent(sums.total()) + "; " + Phrases.percent(sums.shape()).substring(1)
                + " of the energy at other times than usual)" + likeSunday(view, sums) + ".";
        return new Sighting(AnomalyKind.DAY, view.cell(0, 0), view.cell(0, 0) + view.slots(), score, sums.expected(),
                sums.observed(),
                Cause.UNKNOWN, sentence);
    }

    /** A weekday that looks like the Sunday before it is probably a holiday. */
    private static String likeSunday(DayView view, Sums sums) {
        int daysAgo = view.date(0).getDayOfWeek().getValue() % DayOfWeek.SUNDAY.getValue();
        if (daysAgo == 0 || !view.reaches(daysAgo)) {
            return "";
        }
        Sums sunday = sums(view, view.expected(daysAgo).energyKwh());
        return sunday.distance() * 2 < sums.distance() ? ". It looks like a Sunday: a holiday that no calendar names"
                : "";
    }
}
