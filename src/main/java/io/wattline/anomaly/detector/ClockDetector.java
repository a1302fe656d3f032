package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * Days that look as usual, but at other times: a clock or time zone that was set wrong. The score is how much better
 * the days fit when they are moved; the cut-off is the least ratio of both fits, and the floor the least misfit, as a
 * share of a day's energy, that the clock makes.
 */
public record ClockDetector(DetectorTuning tuning) implements Detector {

    private static final String FITS = "fits";
    /** A moved day must fit as well as the days of this channel usually do, with so much allowance. */
    private static final double ALLOWANCE = 2;
    private static final double MISFIT_MAX = 0.4;

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.CLOCK;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        int days = (int) tuning.persistence().toDays();
        if (!view.reaches(days) || view.expected(0).likeDays() < 4) {
            return Optional.empty();
        }
        double asIs = misfit(view, 0, days - 1, 0);
        double usual = Robust.median(memory.ring(FITS).values());
        int lag = Double.isNaN(asIs) || asIs < tuning.floor() ? 0 : best(view, days);
        double moved = lag == 0 ? asIs : misfit(view, lag, days - 1, 0);
        boolean fits = lag != 0 && moved <= Math.min(MISFIT_MAX, ALLOWANCE * usual) && asIs - moved >= tuning.floor()
                && everyDayFits(view, lag, days);
        if (!Double.isNaN(asIs)) {
            memory.ring(FITS).add(asIs);
        }
        double score = fits ? asIs / Math.max(moved, 1e-9) : 0;
        return memory.isBeyond(score, tuning.cutOff()) ? Optional.of(sighting(view, lag, days, score))
                : Optional.empty();
    }

    private static int best(DayView view, int days) {
        int best = 0;
        double least = misfit(view, 0, days - 1, 0);
        for (int lag = -view.slots() / 2; lag <= view.slots() / 2; lag++) {
            double misfit = misfit(view, lag, days - 1, 0);
            if (misfit < least) {
                least = misfit;
                best = lag;
            }
        }
        return best;
    }

    private boolean everyDayFits(DayView view, int lag, int days) {
        for (int ago = 0; ago < days; ago++) {
            if (!(misfit(view, lag, ago, ago) * Math.sqrt(tuning.cutOff()) < misfit(view, 0, ago, ago))) {
                return false;
            }
        }
        return true;
    }

    /** How far days differ from what was expected {@code lag} slots before, as a share of what was expected. */
    private static double misfit(DayView view, int lag, int fromAgo, int toAgo) {
        double distance = 0;
        double energy = 0;
        for (int ago = fromAgo; ago >= toAgo; ago--) {
            for (int slot = 0; slot < view.slots(); slot++) {
                double usual = usual(view, ago, slot - lag);
                double here = view.energy(ago, slot);
                if (!Double.isNaN(here) && !Double.isNaN(usual)) {
                    distance += Math.abs(here - usual);
                    energy += usual;
                }
            }
        }
        return energy > 0 ? distance / energy : Double.NaN;
    }

    private static double usual(DayView view, int ago, int slot) {
        int day = slot < 0 ? ago + 1 : slot >= view.slots() && ago > 0 ? ago - 1 : ago;
        return view.expected(day).energyKwh()[Math.floorMod(slot, view.slots())];
    }

    private static Sighting sighting(DayView view, int lag, int days, double score) {
        int minutes = lag * view.slotMinutes();
        String sentence = "Since " + view.date(days - 1) + " the day runs " + Math.abs(minutes) / 60 + " h "
                + Math.abs(minutes) % 60
                + " min " + (minutes > 0 ? "late" : "early")
                + " and is otherwise as usual: taken for a clock or time zone that is wrong.";
        return new Sighting(AnomalyKind.CLOCK, view.cell(days - 1, 0), view.cell(0, 0) + view.slots(), score,
                Double.NaN, view.total(0),
                Cause.METER, sentence);
    }
}
