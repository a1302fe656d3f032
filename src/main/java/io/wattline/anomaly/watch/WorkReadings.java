package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Expectations;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the detectors judge and learn from: the readings, corrected by a known ratio while a level is wrong, without
 * those that a meter fault has made.
 */
final class WorkReadings {

    private final DayGrid raw;
    private final DayGrid work;
    private final Expectations expectations;
    private final double[] corrections;
    private final BitSet forgotten = new BitSet();

    WorkReadings(DayGrid raw, Predicate<LocalDate> holiday) {
        this.raw = raw;
        this.work = raw.copy();
        this.expectations = new Expectations(work, raw, holiday);
        this.corrections = new double[raw.days()];
    }

    /** Continues from what is stored: corrections and forgotten cells of the days from {@code fromDay}. */
    void restore(int fromDay, double[] stored, List<int[]> forgottenRanges) {
        for (int i = 0; i < stored.length && fromDay + i < raw.days(); i++) {
            correct(fromDay + i, fromDay + i, stored[i]);
        }
        forgottenRanges.forEach(range -> forget(range[0], range[1]));
    }

    Expectations expectations() {
        return expectations;
    }

    int slots() {
        return raw.slotsPerDay();
    }

    int days() {
        return raw.days();
    }

    LocalDate date(int day) {
        return raw.date(day);
    }

    /** Divides the readings of the days, both inclusive, by a ratio; what was forgotten of them is known again. */
    void correct(int from, int to, double logRatio) {
        double factor = Math.exp(-logRatio);
        for (int day = from; day <= to; day++) {
            for (int slot = 0; slot < slots(); slot++) {
                work.set(day, slot, raw.energy(day, slot) * factor, raw.power(day, slot) * factor);
            }
            corrections[day] = logRatio;
            expectations.changed(day);
        }
        forgotten.clear(from * slots(), (to + 1) * slots());
    }

    void forget(int fromCell, int toCell) {
        for (int cell = Math.max(0, fromCell); cell < toCell; cell++) {
            work.set(cell / slots(), cell % slots(), Double.NaN, Double.NaN);
        }
        for (int day = Math.max(0, fromCell) / slots(); day * slots() < toCell; day++) {
            expectations.changed(day);
        }
        forgotten.set(Math.max(0, fromCell), Math.max(0, toCell));
        expectations.relearn();
    }

    double[] corrections(int from, int to) {
        return Arrays.copyOfRange(corrections, from, to);
    }

    /** The forgotten cells from a day on, as half-open ranges. */
    List<int[]> forgotten(int fromDay) {
        return forgotten.stream().filter(cell -> cell >= fromDay * slots())
                .filter(cell -> cell == fromDay * slots() || !forgotten.get(cell - 1))
                .mapToObj(cell -> new int[] {cell, forgotten.nextClearBit(cell)}).toList();
    }
}
