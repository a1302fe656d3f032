package io.wattline.anomaly.detector;

import java.time.Duration;
import java.util.Optional;

/**
 * Neighbouring slots that are all too high or all too low for their hour of the week. The score is the smaller of two
 * neighbours' deviation in spreads; the cut-off grows where few like days tell what is usual. The floor is a share of
 * the expected mean slot.
 */
public record SlotDetector(DetectorTuning tuning) implements Detector {

    private static final int LIKE_DAYS_MIN = 4;
    /** With four like days the cut-off is two and a half times that of many, with twelve one and a half times. */
    private static final double FEW = 6;
    /** A site that opens or closes so much earlier or later than usual is nothing to report. */
    private static final Duration EDGE = Duration.ofHours(3);

    private record Run(int from, int to, double score) {
    }

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.SLOT;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        Expected expected = view.expected(0);
        if (expected.likeDays() < LIKE_DAYS_MIN) {
            return Optional.empty();
        }
        double cutOff = tuning.cutOff() * (1 + FEW / expected.likeDays());
        Run worst = worst(view, expected);
        return memory.isBeyond(worst.score() / cutOff, 1) ? Optional.of(sighting(view, expected, worst))
                : Optional.empty();
    }

    private Run worst(DayView view, Expected expected) {
        int least = Math.max(2, view.slots(tuning.persistence()));
        double[] deviations = new double[view.slots()];
        for (int slot = 0; slot < deviations.length; slot++) {
            deviations[slot] = deviation(view, expected, slot);
        }
        Run worst = new Run(0, 0, 0);
        for (int from = 0; from + least <= view.slots(); from++) {
            double score = Double.MAX_VALUE;
            double sign = Math.signum(deviations[from]);
            for (int slot = from; slot < from + least; slot++) {
                double here = deviations[slot] * sign;
                score = here > 0 ? Math.min(score, here) : 0;
            }
            worst = score > worst.score() ? new Run(from, from + least, score) : worst;
        }
        return worst;
    }

    /** In spreads; 0 where one of both is missing. */
    private double deviation(DayView view, Expected expected, int slot) {
        double usual = expected.energyKwh()[slot];
        double spread = Math.max(expected.spreadKwh()[slot],
                tuning.floor() * Math.max(usual, expected.meanKwh()) / tuning.cutOff());
        double energy = view.energy(0, slot);
        double least = usual;
        double most = usual;
        int edge = view.slots(EDGE);
        for (int near = Math.max(0, slot - edge); near <= Math.min(view.slots() - 1, slot + edge); near++) {
            least = Math.min(least, expected.energyKwh()[near]);
            most = Math.max(most, expected.energyKwh()[near]);
        }
        double beyond = energy > most ? energy - most : Math.min(0, energy - least);
        return Double.isFinite(beyond) ? beyond / spread : 0;
    }

    private Sighting sighting(DayView view, Expected expected, Run worst) {
        double wanted = 0;
        double observed = 0;
        for (int slot = worst.from(); slot < worst.to(); slot++) {
            wanted += expected.energyKwh()[slot];
            observed += view.energy(0, slot);
        }
        String sentence = view.date(0) + " from " + Phrases.time(view, worst.from()) + " to "
                + Phrases.time(view, worst.to()) + ": "
                + Phrases.kwh(observed) + " where " + Phrases.kwh(wanted) + " are usual at this hour of the week.";
        return new Sighting(AnomalyKind.SLOT, view.cell(0, worst.from()), view.cell(0, 0) + worst.to(), worst.score(),
                wanted, observed,
                Cause.UNKNOWN, sentence);
    }
}
