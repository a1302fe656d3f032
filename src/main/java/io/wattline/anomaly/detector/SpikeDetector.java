package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * Few slots far above the channel's own peak: a wrong reading, or energy of a gap that arrived with the first reading
 * after it. The score is the slot over the usual highest slot of a day; persistence is how long a spike lasts at most.
 */
public record SpikeDetector(DetectorTuning tuning) implements Detector {

    private static final String PEAKS = "peaks";
    /** One day in ten has a higher peak. */
    private static final double USUAL = 0.9;
    private static final int DAYS_MIN = 14;

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.SPIKE;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        int top = top(view);
        if (top < 0) {
            return Optional.empty();
        }
        double energy = view.energy(0, top);
        RecentNumbers peaks = memory.ring(PEAKS);
        double usual = Robust.quantile(peaks.values(), USUAL);
        boolean known = peaks.values().length >= DAYS_MIN && usual > 0;
        if (!known || energy <= tuning.cutOff() * usual) {
            peaks.add(energy);
        }
        int width = width(view, top, usual);
        if (!known || width > view.slots(tuning.persistence())) {
            return Optional.empty();
        }
        return memory.isBeyond(energy / usual, tuning.cutOff()) ? Optional.of(sighting(view, top, usual))
                : Optional.empty();
    }

    private static int top(DayView view) {
        int top = -1;
        for (int slot = 0; slot < view.slots(); slot++) {
            if (view.energy(0, slot) > (top < 0 ? 0 : view.energy(0, top))) {
                top = slot;
            }
        }
        return top;
    }

    /** How many slots of the day are of the height of the highest. */
    private static int width(DayView view, int top, double usual) {
        double half = Math.max(usual, view.energy(0, top) / 2);
        int width = 0;
        for (int slot = 0; slot < view.slots(); slot++) {
            width += view.energy(0, slot) > half ? 1 : 0;
        }
        return width;
    }

    private static Sighting sighting(DayView view, int top, double usual) {
        double energy = view.energy(0, top);
        boolean afterGap = Double.isNaN(top > 0 ? view.energy(0, top - 1) : view.energy(1, view.slots() - 1));
        String sentence = view.date(0) + " " + Phrases.time(view, top) + ": " + Phrases.kwh(energy)
                + " in one interval, "
                + Phrases.number(energy / usual) + " times the usual peak of " + Phrases.kwh(usual)
                + (afterGap ? ". It follows a gap: it may hold the energy of the gap." : ".");
        return new Sighting(AnomalyKind.SPIKE, view.cell(0, top), view.cell(0, top) + 1, energy / usual, usual, energy,
                Cause.METER, sentence);
    }
}
