package io.wattline.anomaly.detector;

import java.util.Optional;

/**
 * Values that repeat themselves to the last digit, or lie on a straight line as interpolated ones do. The cut-off is a
 * multiple of the channel's own longest run, so that a channel that is truly constant is told apart; the floor is a
 * share of the mean slot below which a channel is idle.
 */
public record FrozenDetector(DetectorTuning tuning) implements Detector {

    private static final int SLOTS_MIN = 4;
    private static final String RUNS = "runs";
    /** Two values are the same where they differ by less than a millionth. */
    private static final double SAME = 1e-6;
    /** A straight line that moves less from slot to slot is a slow load. */
    private static final double MOVES = 1e-3;

    /** A run that reaches into the judged day; {@code power} where it is of the power and not of the energy. */
    private record Run(int from, int to, boolean line, boolean power) {

        int length() {
            return to - from;
        }
    }

    @Override
    public AnomalyKind kind() {
        return AnomalyKind.FROZEN;
    }

    @Override
    public Optional<Sighting> judge(DayView view, DetectorMemory memory) {
        return judge(view, memory, false).or(() -> judge(view, memory, true));
    }

    private Optional<Sighting> judge(DayView view, DetectorMemory memory, boolean power) {
        double perUnit = power ? 60.0 / view.slotMinutes() : 1;
        Run run = longest(view, power, tuning.floor() * view.expected(0).meanKwh() * perUnit);
        RecentNumbers runs = memory.ring(RUNS + power);
        double own = runs.largest(1);
        double needed = Math.max(Math.max(SLOTS_MIN, view.slots(tuning.persistence())),
                Double.isNaN(own) ? 0 : tuning.cutOff() * own);
        boolean frozen = run.length() >= needed * memory.factor() && !memory.isLearning();
        if (!frozen) {
            runs.add(run.length());
        }
        return frozen ? Optional.of(sighting(view, run)) : Optional.empty();
    }

    private static Run longest(DayView view, boolean power, double idle) {
        Run longest = new Run(0, 0, false, power);
        for (boolean line : new boolean[] {false, true}) {
            int from = -view.slots();
            for (int slot = -view.slots(); slot <= view.slots(); slot++) {
                if (slot == view.slots() || !goesOn(view, new Run(from, slot, line, power), idle)) {
                    boolean longer = slot > 0 && slot - from > longest.length();
                    longest = longer ? new Run(from, slot, line, power) : longest;
                    from = line && slot > from + 1 ? slot - 1 : slot;
                }
            }
        }
        return longest;
    }

    /** Whether the slot at the end of a run belongs to it. */
    private static boolean goesOn(DayView view, Run run, double idle) {
        int slot = run.to();
        double value = at(view, slot, run.power());
        if (Double.isNaN(value) || Math.abs(value) <= idle) {
            return false;
        }
        double before = at(view, slot - 1, run.power());
        boolean starts = slot <= run.from() || run.line() && slot == run.from() + 1;
        double step = run.line() ? before - at(view, slot - 2, run.power()) : 0;
        boolean moves = !run.line() || Math.abs(step) > MOVES * Math.abs(value);
        return starts || moves && Math.abs(value - before - step) <= SAME * Math.abs(value);
    }

    private static double at(DayView view, int slot, boolean power) {
        if (slot < -view.slots()) {
            return Double.NaN;
        }
        int daysAgo = slot < 0 ? 1 : 0;
        int ofDay = Math.floorMod(slot, view.slots());
        return power ? view.power(daysAgo, ofDay) : view.energy(daysAgo, ofDay);
    }

    private static Sighting sighting(DayView view, Run run) {
        double observed = 0;
        for (int slot = run.from(); slot < run.to(); slot++) {
            observed += at(view, slot, false);
        }
        String value = Phrases.number(at(view, run.to() - 1, run.power())) + (run.power() ? " kW" : " kWh");
        String sentence = view.date(0) + " until "
                + (run.to() == view.slots() ? "the end of the day" : Phrases.time(view, run.to())) + ": " + run.length()
                + " intervals " + (run.line() ? "lie on a straight line, as interpolated values do."
                : "repeat " + value + " to the last digit" + (run.power() ? " while the energy moves." : "."));
        return new Sighting(AnomalyKind.FROZEN, view.cell(0, 0) + run.from(), view.cell(0, 0) + run.to(),
                run.length(), Double.NaN, observed, Cause.METER, sentence);
    }
}
