package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Cause;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.DayView;
import io.wattline.anomaly.detector.Detector;
import io.wattline.anomaly.detector.DetectorMemory;
import io.wattline.anomaly.detector.Sighting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    /** So many days before a judged one tell of it. */
    public static final int HISTORY_DAYS = 130;
    private static final int WARM_UP_DAYS = 14;
    private static final int SETTLE_DAYS = 6;
    private static final int LEVEL_APART = 7;

    private final WorkReadings readings;
    private final DetectorPanel panel;
    private final EventBook book;
    private final Deque<Sighting> toForget = new ArrayDeque<>();
    private int nextDay;
    private int measuredDays;
    private int judgedDays;
    private double correction;
    private int openLevels;

    public ChannelWatch(DayGrid readings, Predicate<LocalDate> holiday, List<Detector> detectors) {
        this(readings, holiday, detectors, Adjustments.NONE);
    }

    public ChannelWatch(DayGrid readings, Predicate<LocalDate> holiday, List<Detector> detectors,
            Adjustments adjustments) {
        this.readings = new WorkReadings(readings, holiday);
        this.panel = new DetectorPanel(detectors, adjustments);
        this.book = new EventBook(readings.slotsPerDay());
    }

    /** Goes on after the last day of a state that {@link #state} gave; the grid begins on the same first day. */
    public ChannelWatch resume(WatchState state) {
        nextDay = state.judged();
        measuredDays = state.measuredDays();
        judgedDays = state.judgedDays();
        correction = state.correction();
        readings.restore(nextDay - state.corrections().length, state.corrections(), state.forgotten());
        toForget.addAll(state.toForget());
        panel.restore(state.memories());
        openLevels = panel.ofLevels().map(DetectorMemory::openLevels).orElse(0);
        book.restore(state.events());
        return this;
    }

    /** What it knows after the last judged day. */
    public WatchState state() {
        int from = Math.max(0, nextDay - HISTORY_DAYS);
        return new WatchState(readings.date(0), nextDay, measuredDays, judgedDays, correction,
                readings.corrections(from, nextDay), readings.forgotten(from), List.copyOf(toForget), panel.state(),
                book.remembered(nextDay));
    }

    /** Judges all days. */
    public List<AnomalyEvent> run() {
        while (nextDay < readings.days()) {
            judgeNext();
        }
        return events();
    }

    /** Judges the next day. */
    public void judgeNext() {
        int day = nextDay++;
        readings.correct(day, day, correction);
        forgetBefore(day - 1);
        DayView view = readings.expectations().view(day);
        measuredDays += view.isMeasured(0) ? 1 : 0;
        if (measuredDays <= WARM_UP_DAYS) {
            return;
        }
        judgedDays += measuredDays <= TRAINING_DAYS ? 0 : 1;
        acceptLevels(day);
        List<Sighting> sightings = new ArrayList<>();
        for (Detector detector : panel.detectors()) {
            panel.judge(detector, view, measuredDays).ifPresent(sightings::add);
            if (detector.kind() == AnomalyKind.LEVEL) {
                panel.ofLevels().ifPresent(memory -> follow(memory, day));
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

    private void acceptLevels(int day) {
        for (LocalDate level : panel.adjustments().acceptedLevels(readings.date(day))) {
            int fromDay = (int) ChronoUnit.DAYS.between(readings.date(0), level);
            panel.ofLevels().filter(memory -> memory.acceptLevel(fromDay, LEVEL_APART))
                    .ifPresent(memory -> book.acceptLevel(fromDay, LEVEL_APART));
        }
    }

    /** A level that is new or gone changes what is learned from the days since. */
    private void follow(DetectorMemory memory, int day) {
        boolean corrected = correction != memory.correction();
        if (corrected) {
            correction = memory.correction();
            readings.correct(Math.max(0, memory.correctedFrom()), day, correction);
            readings.expectations().relearn();
        }
        if (memory.openLevels() < openLevels) {
            book.returned(day - SETTLE_DAYS, corrected);
            book.endLevel(memory.correctedFrom(), day);
        }
        openLevels = memory.openLevels();
    }

    private static boolean isWrongForSure(Sighting sighting) {
        return sighting.cause() == Cause.METER
                && (sighting.kind() == AnomalyKind.SPIKE || sighting.kind() == AnomalyKind.ZERO
                || sighting.kind() == AnomalyKind.FROZEN);
    }

    /** Readings of a meter fault are not learned from once nobody looks at their runs any more. */
    private void forgetBefore(int day) {
        while (!toForget.isEmpty() && toForget.peek().toCell() <= day * readings.slots()) {
            Sighting wrong = toForget.poll();
            readings.forget(wrong.fromCell(), wrong.toCell());
        }
    }
}
