package io.wattline.anomaly.detector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The changes of level of a channel that are open, the latest first. */
final class OpenLevels {

    private static final int MOST = 4;
    private final Deque<LevelChange> levels = new ArrayDeque<>();
    private int changedFrom;

    Optional<LevelChange> latest() {
        return Optional.ofNullable(levels.peek());
    }

    void open(LevelChange level) {
        changedFrom = level.fromDay();
        levels.push(level);
        if (levels.size() > MOST) {
            levels.removeLast();
        }
    }

    /**
     * Takes the latest that has returned away, and gives it.
     *
     * @param since first day of its return
     */
    Optional<LevelChange> close(Predicate<LevelChange> hasReturned, ToIntFunction<LevelChange> since) {
        for (Iterator<LevelChange> each = levels.iterator(); each.hasNext();) {
            LevelChange level = each.next();
            if (hasReturned.test(level)) {
                each.remove();
                changedFrom = since.applyAsInt(level);
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /**
     * Somebody has accepted the level that began around a day: from now on it counts as a change of operation, and the
     * readings since are learned from.
     */
    boolean accept(int fromDay, int daysApart) {
        List<LevelChange> all = new ArrayList<>(levels);
        levels.clear();
        boolean accepted = false;
        for (LevelChange level : all) {
            boolean is = level.isMeter() && Math.abs(level.fromDay() - fromDay) <= daysApart;
            levels.addLast(is ? level.accepted() : level);
            changedFrom = is ? level.fromDay() : changedFrom;
            accepted |= is;
        }
        return accepted;
    }

    List<MemoryState.Level> state() {
        return levels.stream().map(level -> new MemoryState.Level(level.fromDay(), level.logRatio(),
                level.reference().byWeekday(), level.cause())).toList();
    }

    void restore(List<MemoryState.Level> states, int changedFromDay) {
        changedFrom = changedFromDay;
        states.forEach(state -> levels.addLast(new LevelChange(state.fromDay(), state.logRatio(),
                new WeekProfile(state.reference()), state.cause())));
    }

    int size() {
        return levels.size();
    }

    /** First day that the latest change of this list is about. */
    int changedFrom() {
        return changedFrom;
    }

    /** Log of the factor by which readings are too high. */
    double correction() {
        return levels.stream().filter(LevelChange::isMeter).mapToDouble(LevelChange::logRatio).sum();
    }
}
