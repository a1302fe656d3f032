package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * A level that moves steadily by the same share in all hours: a meter that loses or gains. The last week is compared
 * with a fortnight that began six weeks ago, and the weeks between must lead from one to the other. The cut-off is a
 * multiple of the channel's usual change over that time; the floor is the smallest ratio. A season, which moves some
 * hours more than others, is none.
 */
public record DriftDetector(DetectorTuning tuning) implements Detector {

    private static final int WEEK = 7;
    private static final int WEEKS = 3;
    private static final String RATIOS = "ratios";
    private static final String SPREADS = "spreads";
    /** No week may make more than this share of the way. */
    private static final double ALWAYS = Math.log(1.25);
    private static final double STEP_MAX = 0.6;
    private static final double STEP_MIN = -0.05;

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.DRIFT;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        int[] first = HourProfile.days(view, (WEEKS) * WEEK, 2 * WEEK, (WEEKS + 2) * WEEK + 2, ago -> true);
        if (first.length < 10 || !view.isMeasured(0)) {
            return Optional.empty();
        }
        double[] reference = HourProfile.of(view, first);
        ProfileRatio ratio = week(view, 0, reference);
        if (ratio.hours() == 0) {
            return Optional.empty();
        }
        double usualSpread = Robust.median(memory.ring(SPREADS).values());
        double sigma = Robust.sigmaAround(memory.ring(RATIOS).values(), 0);
        double noise = Math.max(Double.isNaN(sigma) ? 0 : Math.min(sigma, ALWAYS / tuning.cutOff()),
                Math.log(tuning.floor()) / tuning.cutOff());
        boolean steady = ratio.isUniform(usualSpread) && leads(view, reference, ratio.log());
        if (!steady || Math.abs(ratio.log()) < Math.log(tuning.floor())) {
            memory.ring(RATIOS).add(ratio.log());
            memory.ring(SPREADS).add(ratio.spread());
        }
        double score = steady ? Math.abs(ratio.log()) / noise : 0;
        return memory.isAbove(score, tuning.cutOff()) ? Optional.of(sighting(view, ratio, reference, score))
                : Optional.empty();
    }

    private static ProfileRatio week(DayView view, int ago, double[] reference) {
        int[] days = HourProfile.days(view, ago, WEEK, ago + WEEK - 1, any -> true);
        return days.length < 5 ? ProfileRatio.NONE : ProfileRatio.of(HourProfile.of(view, days), reference);
    }

    private static boolean leads(DayView view, double[] reference, double log) {
        double before = 0;
        for (int week = WEEKS - 1; week >= 0; week--) {
            double now = week(view, week * WEEK, reference).log() / log;
            if (now - before > STEP_MAX || now - before < STEP_MIN) {
                return false;
            }
            before = now;
        }
        return true;
    }

    private static Sighting sighting(DayView view, ProfileRatio ratio, double[] reference, double score) {
        double expected = 0;
        for (double hour : reference) {
            expected += Double.isNaN(hour) ? 0 : hour;
        }
        String sentence = "Over the three weeks to " + view.date(0) + " the level moved steadily to "
                + Phrases.number(ratio.ratio())
                + " times what it was, in all hours alike: taken for a drift of the meter.";
        int from = view.cell(Math.min(view.today(), WEEKS * WEEK - 1), 0);
        return new Sighting(AnomalyKind.DRIFT, from, view.cell(0, 0) + view.slots(), score, expected, view.total(0),
                Cause.METER, sentence);
    }
}
