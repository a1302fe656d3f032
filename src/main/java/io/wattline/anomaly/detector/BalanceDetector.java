package io.wattline.anomaly.detector;

import java.util.Comparator;
import java.util.Optional;

/**
 * Parts against their whole: sub-meters against the meter that feeds them, phases against their total. The residual is
 * what the parts have more than the whole, as a share of the whole. Parts that exceed the whole by more than the floor
 * are wrong; parts that fall short are load that nobody meters, and wrong only where the residual leaves what is usual
 * by more than the cut-off, in spreads, and by more than the floor.
 */
public record BalanceDetector(DetectorTuning tuning) implements Detector {

    private static final String RESIDUALS = "residuals ";
    private static final int DAYS_MIN = 14;
    /** A day counts where the whole and all parts have half of its slots. */
    private static final double COVERED = 0.5;

    private record Sums(String group, double whole, double parts, double usual, double score) {

        double residual() {
            return parts / whole - 1;
        }
    }

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.BALANCE;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        Optional<Sums> worst = view.partGroups().stream().map(group -> scored(sums(view, group), memory))
                .filter(sums -> sums.whole() > 0).max(Comparator.comparingDouble(Sums::score));
        return worst.filter(sums -> memory.isBeyond(sums.score(), tuning.cutOff()))
                .map(sums -> sighting(view, sums));
    }

    private Sums scored(Sums sums, DetectorMemory memory) {
        if (!(sums.whole() > 0)) {
            return sums;
        }
        double residual = sums.residual();
        RecentNumbers ring = memory.ring(RESIDUALS + sums.group());
        double[] before = ring.values();
        double usual = before.length < DAYS_MIN ? residual : Robust.median(before);
        double spread = before.length < DAYS_MIN ? 0 : Robust.sigmaAround(before, usual);
        double tooMuch = residual > tuning.floor() ? residual / tuning.floor() * tuning.cutOff() : 0;
        double unusual = Math.abs(residual - usual) / Math.max(spread, tuning.floor() / tuning.cutOff());
        ring.add(residual);
        return new Sums(sums.group(), sums.whole(), sums.parts(), usual, Math.max(tooMuch, unusual));
    }

    /** Only slots count that the whole and all parts have; a whole of 0 says that there are too few. */
    private static Sums sums(DayView view, String group) {
        double ofWhole = 0;
        double ofParts = 0;
        int slots = 0;
        for (int slot = 0; slot < view.slots(); slot++) {
            double parts = view.partEnergy(group, 0, slot);
            double energy = view.rawEnergy(0, slot);
            if (!Double.isNaN(parts) && !Double.isNaN(energy)) {
                ofWhole += energy;
                ofParts += parts;
                slots++;
            }
        }
        return new Sums(group, slots < COVERED * view.slots() ? 0 : ofWhole, ofParts, 0, 0);
    }

    private static Sighting sighting(DayView view, Sums sums) {
        String sentence = view.date(0) + ": the " + sums.group() + " have " + Phrases.kwh(sums.parts()) + ", "
                + Phrases.percent(sums.residual()) + " against the " + Phrases.kwh(sums.whole())
                + " of the whole; usual is " + Phrases.percent(sums.usual()) + ".";
        return new Sighting(AnomalyKind.BALANCE, view.cell(0, 0), view.cell(0, 0) + view.slots(), sums.score(),
                sums.whole() * (1 + sums.usual()), sums.parts(), Cause.METER, sentence);
    }
}
