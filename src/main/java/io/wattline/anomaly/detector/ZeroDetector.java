package io.wattline.anomaly.detector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Zeros where the channel is in use at this hour of the week: a current transformer that is off, a circuit that is
 * switched off, a meter that came back from an outage with nothing. The cut-off is the share of the usual that still
 * counts as zero; the floor is what counts as use, as a share of the mean slot. Half the persistence is enough where
 * the channel is never idle at the edge of the run, or where the run follows a gap.
 */
public record ZeroDetector(DetectorTuning tuning) implements Detector {

    private static final int LIKE_DAYS_MIN = 4;
    private static final String RUNS = "runs";
    /** A run is unusual where it is so many times as long as the longest of eight weeks. */
    private static final double OWN = 1.8;
    private static final int DAYS_MIN = 14;
    private static final double REACHED = 0.999;
    /** Use that begins or ends so much earlier or later than usual is no fault. */
    private static final Duration EDGE = Duration.ofHours(1);

    /** A run of zeros that reaches into the judged day. */
    private record Run(int from, int to, int inUse, boolean between, boolean afterGap, double expectedKwh) {

        int length() {
            return to - from;
        }
    }

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.ZERO;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        if (view.expected(0).likeDays() < LIKE_DAYS_MIN) {
            return Optional.empty();
        }
        Optional<Run> longest = longest(view);
        RecentNumbers runs = memory.ring(RUNS);
        double score = longest.map(run -> score(view, run, runs)).orElse(0.0);
        if (score < 1) {
            runs.add(longest.map(Run::length).orElse(0));
        }
        return memory.isBeyond(score, REACHED) ? longest.map(run -> sighting(view, run)) : Optional.empty();
    }

    /** 1 where a run is just long enough. */
    private double score(DayView view, Run run, RecentNumbers runs) {
        int least = view.slots(tuning.persistence());
        double needed = Math.max(2, run.between() || run.afterGap() ? least / 2.0 : least);
        boolean known = runs.values().length >= DAYS_MIN;
        double unusual = known ? run.length() / Math.max(least / 2.0, OWN * runs.largest(1)) : 0;
        return Math.max(run.inUse() / needed, unusual);
    }

    private Optional<Run> longest(DayView view) {
        List<Run> runs = new ArrayList<>();
        int slot = 0;
        while (slot < view.slots()) {
            if (isZero(view, 0, slot)) {
                Run run = run(view, slot);
                runs.add(run);
                slot = run.to();
            }
            slot++;
        }
        return runs.stream().max(Comparator.comparingInt(Run::inUse).thenComparingInt(Run::length));
    }

    /** The run of zeros around a slot of today, followed back into yesterday. */
    private Run run(DayView view, int slot) {
        int from = slot;
        while (from > -view.slots() && isZero(view, from - 1)) {
            from--;
        }
        int to = slot;
        while (to < view.slots() && isZero(view, 0, to)) {
            to++;
        }
        int inUse = 0;
        double expected = 0;
        for (int at = from; at < to; at++) {
            inUse += isInUse(view, at) ? 1 : 0;
            expected += Math.max(0, usual(view, at));
        }
        boolean between = isInUse(view, from) && (to == view.slots() || isInUse(view, to - 1));
        return new Run(from, to, inUse, between, Double.isNaN(energy(view, from - 1)), expected);
    }

    private boolean isZero(DayView view, int slot) {
        return slot < 0 ? isZero(view, 1, slot + view.slots()) : isZero(view, 0, slot);
    }

    private boolean isZero(DayView view, int daysAgo, int slot) {
        double energy = view.energy(daysAgo, slot);
        return Math.abs(energy) <= tuning.cutOff() * view.expected(daysAgo).meanKwh() || energy == 0;
    }

    /** Whether nine of ten like days have load in a slot and around it. */
    private boolean isInUse(DayView view, int slot) {
        Expected expected = view.expected(slot < 0 ? 1 : 0);
        double low = Double.MAX_VALUE;
        int edge = view.slots(EDGE);
        for (int near = slot - edge; near <= slot + edge; near++) {
            low = Math.min(low, expected.lowKwh()[Math.floorMod(near, view.slots())]);
        }
        return low > tuning.floor() * expected.meanKwh();
    }

    private static double usual(DayView view, int slot) {
        double usual = view.expected(slot < 0 ? 1 : 0).energyKwh()[Math.floorMod(slot, view.slots())];
        return Double.isNaN(usual) ? 0 : usual;
    }

    private static double energy(DayView view, int slot) {
        if (slot >= 0) {
            return view.energy(0, slot);
        }
        return view.energy(slot < -view.slots() ? 2 : 1, Math.floorMod(slot, view.slots()));
    }

    private Sighting sighting(DayView view, Run run) {
        String sentence = view.date(0) + ": zero until "
                + (run.to() == view.slots() ? "the end of the day" : Phrases.time(view, run.to()))
                + " for " + (run.to() - run.from()) + " intervals, " + run.inUse()
                + " of which are always in use at this hour; "
                + Phrases.kwh(run.expectedKwh()) + " were expected"
                + (run.afterGap() ? ". The zeros follow a gap." : ".");
        return new Sighting(AnomalyKind.ZERO, view.cell(0, 0) + run.from(), view.cell(0, 0) + run.to(), run.inUse(),
                run.expectedKwh(), 0,
                run.between() ? Cause.METER : Cause.UNKNOWN, sentence);
    }
}
