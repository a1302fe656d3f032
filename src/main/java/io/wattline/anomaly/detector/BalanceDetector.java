package io.wattline.anomaly.detector;

import java.util.List;
import java.util.Optional;

/**
 * Parts against their whole: sub-meters against the meter that feeds them, phases against their total. The residual is
 * what the parts have more than the whole, as a share of the whole. Parts that exceed the whole by more than the floor
 * are wrong; parts that fall short are load that nobody meters, and wrong only where the residual leaves what is usual
 * by more than the cut-off, in spreads.
 */
public record BalanceDetector(DetectorTuning tuning) {

    private static final String RESIDUALS = "residuals";
    private static final int DAYS_MIN = 14;

    private record Sums(double whole, double parts) {

        double residual() {
            return parts / whole - 1;
        }
    }

    public Optional<Sighting> judge(DayView whole, List<DayView> parts, DetectorMemory memory) {
        Sums sums = sums(whole, parts);
        if (parts.isEmpty() || !(sums.whole() > 0)) {
            return Optional.empty();
        }
        double residual = sums.residual();
        double[] before = memory.ring(RESIDUALS).values();
        double usual = before.length < DAYS_MIN ? residual : Robust.median(before);
        double spread = Math.max(Robust.sigmaAround(before, usual), tuning.floor() / tuning.cutOff());
        memory.ring(RESIDUALS).add(residual);
        double tooMuch = residual > tuning.floor() ? residual / tuning.floor() * tuning.cutOff() : 0;
        double score = Math.max(tooMuch, Math.abs(residual - usual) / (Double.isNaN(spread) ? tuning.floor() : spread));
        return memory.isBeyond(score, tuning.cutOff()) ? Optional.of(sighting(whole, sums, usual, score))
                : Optional.empty();
    }

    /** Only slots count that the whole and all parts have. */
    private static Sums sums(DayView whole, List<DayView> parts) {
        double ofWhole = 0;
        double ofParts = 0;
        for (int slot = 0; slot < whole.slots(); slot++) {
            double sum = 0;
            for (DayView part : parts) {
                sum += part.energy(0, slot);
            }
            double energy = whole.energy(0, slot);
            if (!Double.isNaN(sum) && !Double.isNaN(energy)) {
                ofWhole += energy;
                ofParts += sum;
            }
        }
        return new Sums(ofWhole, ofParts);
    }

    private static Sighting sighting(DayView view, Sums sums, double usual, double score) {
        String sentence = view.date(0) + ": the parts have " + Phrases.kwh(sums.parts()) + ", "
                + Phrases.percent(sums.residual())
                + " against the " + Phrases.kwh(sums.whole()) + " of the whole; usual is " + Phrases.percent(usual)
                + ".";
        return new Sighting(AnomalyKind.BALANCE, view.cell(0, 0), view.cell(0, 0) + view.slots(), score,
                sums.whole() * (1 + usual),
                sums.parts(), Cause.METER, sentence);
    }
}
