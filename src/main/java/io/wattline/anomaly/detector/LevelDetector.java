package io.wattline.anomaly.detector;

import java.util.Arrays;
import java.util.Optional;

/**
 * A sustained change of level by any ratio. A meter fault scales all hours alike, quiet ones included; an operating
 * change alters the shape. The last week is compared with the four weeks before it, for ratios above 2 the last three
 * days. The cut-off is a multiple of the channel's usual change from week to week; the floor is the smallest ratio. The
 * reference is kept as it was until the level returns or somebody answers.
 */
public record LevelDetector(DetectorTuning tuning) implements Detector {

    static final int BEFORE = 28;
    static final int BACK = 112;
    private static final int FAST_DAYS = 3;
    private static final double FAST = Math.log(2);
    private static final String RATIOS = "ratios";
    private static final String SPREADS = "spreads";
    /** Operating changes below this ratio are the business of nobody. */
    private static final double OPERATION = Math.log(1.4);
    private static final double RETURNED = 0.4;
    /** However restless a channel, a larger ratio is looked at. */
    private static final double ALWAYS = Math.log(1.6);
    /** Less than a thousandth is nothing: zeros have their own detector. */
    private static final double ZERO = -Math.log(3000);

    /**
     * @param usual  by what the channel usually does
     * @param always however restless the channel
     */
    private record Limits(double usual, double always) {
    }

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.LEVEL;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        if (!view.isMeasured(0)) {
            return Optional.empty();
        }
        OpenLevels levels = memory.levels();
        Optional<LevelChange> gone = levels.close(level -> hasReturned(view, level, days(level))
                || hasReturned(view, level, FAST_DAYS)
                && Math.abs(level.logRatio()) > FAST, level -> view.today() - LevelStep.returnedAgo(view, level));
        if (gone.isEmpty()) {
            step(view, memory, (int) tuning.persistence().toDays()).or(() -> step(view, memory, FAST_DAYS))
                    .ifPresent(levels::open);
        }
        return levels.latest().map(level -> sighting(view, level, levels.correction()));
    }

    private static int days(LevelChange level) {
        return Math.abs(level.logRatio()) > FAST ? FAST_DAYS : 5;
    }

    /** Whether the last days are nearer to the reference than to the new level. */
    private static boolean hasReturned(DayView view, LevelChange level, int days) {
        if (view.today() - level.fromDay() < days) {
            return false;
        }
        int[] last = HourProfile.days(view, 0, days, days + 2, ago -> true);
        ProfileRatio now = level.reference().ratio(view, last);
        double log = now.log() + (level.isMeter() ? level.logRatio() : 0);
        return last.length >= FAST_DAYS && now.hours() > 0 && Math.abs(log) < RETURNED * Math.abs(level.logRatio());
    }

    private Optional<LevelChange> step(DayView view, DetectorMemory memory, int days) {
        Optional<LevelChange> operation = memory.levels().latest().filter(level -> !level.isMeter());
        int notBefore = operation.map(LevelChange::fromDay).orElse(0);
        int[] after = HourProfile.days(view, 0, days, days + 2, ago -> true);
        int[] before = HourProfile.days(view, days, BEFORE, BACK, ago -> view.today() - ago >= notBefore);
        int weeks = before.length / 7 * 7;
        if (after.length < Math.min(days, 6) || weeks < (operation.isEmpty() ? 14 : 7)) {
            return Optional.empty();
        }
        WeekProfile reference = new WeekProfile(view, Arrays.copyOf(before, weeks));
        ProfileRatio ratio = reference.ratio(view, after);
        RecentNumbers ratios = memory.ring(RATIOS + days);
        RecentNumbers spreads = memory.ring(SPREADS + days);
        double usualSpread = Robust.median(spreads.values());
        Limits limits = new Limits(limit(ratios) * memory.factor(), ALWAYS * memory.factor());
        Optional<Cause> cause = memory.isLearning() || ratio.hours() == 0 ? Optional.empty()
                : cause(view, before, ratio, usualSpread, limits, days, view.today() - notBefore >= BEFORE);
        if (cause.isEmpty()) {
            ratios.add(ratio.log());
            spreads.add(ratio.spread());
        }
        return cause.map(of -> new LevelChange(view.today() - LevelStep.ago(view, reference, ratio.log()),
                ratio.log(), reference, of));
    }

    private double limit(RecentNumbers ratios) {
        double sigma = Robust.sigmaAround(ratios.values(), 0);
        double[] sizes = Arrays.stream(ratios.values()).map(Math::abs).toArray();
        double usual = Robust.quantile(sizes, 0.9);
        return Math.max(Math.log(tuning.floor()), Math.max(Double.isNaN(sigma) ? 0 : tuning.cutOff() * sigma,
                Double.isNaN(usual) ? 0 : 1.1 * usual));
    }

    private Optional<Cause> cause(DayView view, int[] before, ProfileRatio ratio, double usualSpread, Limits limits,
            int days, boolean isApart) {
        double size = Math.abs(ratio.log());
        double least = Math.min(limits.usual(), limits.always());
        if (size < least || days == FAST_DAYS && size < FAST || ratio.log() < ZERO) {
            return Optional.empty();
        }
        if (ratio.isUniform(usualSpread) && LevelStep.is(view, before, ratio.log())) {
            return Optional.of(Cause.METER);
        }
        return days > FAST_DAYS && size > Math.max(limits.usual(), OPERATION) && isApart ? Optional.of(Cause.OPERATION)
                : Optional.empty();
    }

    private static Sighting sighting(DayView view, LevelChange level, double correction) {
        double ratio = Math.exp(level.logRatio());
        int ago = view.today() - level.fromDay();
        String sentence = "Since " + view.date(ago) + " the level is " + Phrases.number(ratio) + " times what it was. "
                + (level.isMeter() ? "All hours are scaled alike, quiet ones included: taken for a fault of the meter."
                : "The hours changed differently: taken for a change of operation.");
        double expected = Arrays.stream(level.reference().like(view, 0)).filter(hour -> !Double.isNaN(hour)).sum();
        double observed = view.total(0) * Math.exp(correction);
        return new Sighting(AnomalyKind.LEVEL, view.cell(ago, 0), view.cell(0, 0) + view.slots(),
                Math.abs(level.logRatio()), expected, observed,
                level.cause(), sentence);
    }
}
