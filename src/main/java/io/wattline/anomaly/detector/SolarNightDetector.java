package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * A solar meter that produces at night: a frozen value, a wrong clock, or the wrong circuit. Dark are the slots in
 * which the channel has had nothing for four weeks, nor in the slots beside them; so the detector needs no coordinates.
 * The score is the least energy of a run of dark slots as long as the persistence, as a share of the usual highest slot
 * of a day; the cut-off is that share. The floor is the share below which a slot counts as nothing.
 */
public record SolarNightDetector(DetectorTuning tuning) implements Detector {

    private static final String PEAKS = "peaks";
    private static final int DAYS = 28;
    private static final int DAYS_MIN = 14;
    /** One day in ten may be wrong, or an evening on which somebody tests the lights. */
    private static final double NEARLY_ALL = 0.9;

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.SOLAR_NIGHT;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        double usual = Robust.quantile(memory.ring(PEAKS).values(), NEARLY_ALL);
        int known = memory.ring(PEAKS).values().length;
        memory.ring(PEAKS).add(peak(view));
        if (known < DAYS_MIN || !(usual > 0)) {
            return Optional.empty();
        }
        int length = view.slots(tuning.persistence());
        int from = 0;
        double most = 0;
        boolean[] dark = dark(view, tuning.floor() * usual);
        for (int slot = 0; slot + length <= view.slots(); slot++) {
            double least = least(view, dark, slot, length);
            from = least > most ? slot : from;
            most = Math.max(most, least);
        }
        return memory.isAbove(most / usual, tuning.cutOff()) ? Optional.of(sighting(view, from, length, usual))
                : Optional.empty();
    }

    private static double peak(DayView view) {
        double peak = 0;
        for (int slot = 0; slot < view.slots(); slot++) {
            double energy = Math.abs(view.energy(0, slot));
            peak = energy > peak ? energy : peak;
        }
        return peak;
    }

    private static boolean[] dark(DayView view, double nothing) {
        boolean[] dark = new boolean[view.slots()];
        double[] sample = new double[DAYS];
        for (int slot = 0; slot < dark.length; slot++) {
            for (int ago = 1; ago <= DAYS; ago++) {
                sample[ago - 1] = Math.abs(view.energy(ago, slot));
            }
            dark[slot] = Robust.quantile(sample, NEARLY_ALL) <= nothing;
        }
        return dark;
    }

    /** The least energy of a run of slots; 0 where one of them is not dark, or has no reading. */
    private static double least(DayView view, boolean[] dark, int from, int length) {
        double least = Double.MAX_VALUE;
        for (int slot = from; slot < from + length; slot++) {
            double energy = Math.abs(view.energy(0, slot));
            least = dark[slot] && !Double.isNaN(energy) ? Math.min(least, energy) : 0;
        }
        return least;
    }

    private static Sighting sighting(DayView view, int from, int length, double usual) {
        double observed = 0;
        for (int slot = from; slot < from + length; slot++) {
            observed += Math.abs(view.energy(0, slot));
        }
        String sentence = view.date(0) + " from " + Phrases.time(view, from) + " to "
                + Phrases.time(view, from + length) + ": " + Phrases.kwh(observed)
                + " of solar energy at an hour that has been dark for four weeks; the usual peak is "
                + Phrases.kwh(usual) + " in one interval.";
        return new Sighting(AnomalyKind.SOLAR_NIGHT, view.cell(0, from), view.cell(0, 0) + from + length,
                observed / length / usual, 0, observed, Cause.METER, sentence);
    }
}
