package io.wattline.anomaly.detector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** Takes the latest that has returned away, and gives it. */
    Optional<LevelChange> close(Predicate<LevelChange> hasReturned, int sinceDay) {
        for (Iterator<LevelChange> each = levels.iterator(); each.hasNext();) {
            LevelChange level = each.next();
            if (hasReturned.test(level)) {
                each.remove();
                changedFrom = sinceDay;
                return Optional.of(level);
            }
        }
        return Optional.empty();
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
