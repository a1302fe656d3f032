package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Cause;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.DayView;
import io.wattline.anomaly.detector.Detector;
import io.wattline.anomaly.detector.DetectorMemory;
import io.wattline.anomaly.detector.Expectations;
import io.wattline.anomaly.detector.Sighting;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Watches one channel day by day. Each day is judged from itself and the days before it; readings that a meter fault
 * has made are not learned from, and while a level is wrong by a known ratio the readings are judged without it.
 */
public final class ChannelWatch {

    /** So many measured days are needed before anything is judged. */
    public static final int TRAINING_DAYS = 28;
    private static final int WARM_UP_DAYS = 14;
    private static final int SETTLE_DAYS = 6;

    private record Watcher(Detector detector, DetectorMemory memory) {
    }

    private final DayGrid raw;
    private final DayGrid work;
    private final Expectations expectations;
    private final List<Watcher> watchers;
    private final EventBook book;
    private final Deque<Sighting> toForget = new ArrayDeque<>();
    private int measuredDays;
    private int judgedDays;
    private double correction;
    private int openLevels;

    public ChannelWatch(DayGrid readings, Predicate<LocalDate> holiday, List<Detector> detectors) {
        this.raw = readings;
        this.work = readings.copy();
        this.expectations = new Expectations(work, raw, holiday);
        this.watchers = detectors.stream().map(detector -> new Watcher(detector, new DetectorMemory())).toList();
        this.book = new EventBook(readings.slotsPerDay());
    }

    /** Judges all days. */
    public List<AnomalyEvent> run() {
        for (int day = 0; day < raw.days(); day++) {
            judge(day);
        }
        return events();
    }

    /** Judges a day; days are judged in their order, each once. */
    public void judge(int day) {
        correct(day, day);
        forgetBefore(day - 1);
        DayView view = expectations.view(day);
        if (view.isMeasured(0)) {
            measuredDays++;
        }
        if (measuredDays <= WARM_UP_DAYS) {
            return;
        }
        boolean learning = measuredDays <= TRAINING_DAYS;
        judgedDays += learning ? 0 : 1;
        List<Sighting> sightings = new ArrayList<>();
        for (Watcher watcher : watchers) {
            watcher.memory().setLearning(measuredDays <= watcher.detector().tuning().trainingDays());
            watcher.detector().judge(view, watcher.memory()).ifPresent(sightings::add);
            if (watcher.detector().kind() == AnomalyKind.LEVEL) {
                follow(watcher.memory(), day);
            }
        }
        book.add(sightings, day);
        sightings.stream().filter(ChannelWatch::isWrongForSure).forEach(toForget::add);
    }

    public List<AnomalyEvent> events() {
        return book.events();
    }

    /** On how many days there was enough history to judge. */
    public int judgedDays() {
        return judgedDays;
    }

    /** A level that is new or gone changes what is learned from the days since. */
    private void follow(DetectorMemory memory, int day) {
        boolean corrected = correction != memory.correction();
        if (corrected) {
            correction = memory.correction();
            correct(Math.max(0, memory.correctedFrom()), day);
        }
        if (memory.openLevels() < openLevels) {
            book.returned(day - SETTLE_DAYS, corrected);
        }
        openLevels = memory.openLevels();
    }

    private void correct(int from, int to) {
        double factor = Math.exp(-correction);
        for (int day = from; day <= to; day++) {
            for (int slot = 0; slot < raw.slotsPerDay(); slot++) {
                work.set(day, slot, raw.energy(day, slot) * factor, raw.power(day, slot) * factor);
            }
            expectations.changed(day);
        }
    }

    private static boolean isWrongForSure(Sighting sighting) {
        return sighting.cause() == Cause.METER
                && (sighting.kind() == AnomalyKind.SPIKE || sighting.kind() == AnomalyKind.ZERO
                || sighting.kind() == AnomalyKind.FROZEN);
    }

    /** Readings of a meter fault are not learned from once nobody looks at their runs any more. */
    private void forgetBefore(int day) {
        while (!toForget.isEmpty() && toForget.peek().toCell() <= day * raw.slotsPerDay()) {
            Sighting wrong = toForget.poll();
            for (int cell = Math.max(0, wrong.fromCell()); cell < wrong.toCell(); cell++) {
                work.set(cell / raw.slotsPerDay(), cell % raw.slotsPerDay(), Double.NaN, Double.NaN);
            }
            for (int wrongDay = Math.max(0, wrong.fromCell()) / raw.slotsPerDay(); wrongDay < day; wrongDay++) {
                expectations.changed(wrongDay);
            }
        }
    }
}
