package io.wattline.deadletter;

import io.wattline.reading.Violation;
import java.util.List;

/** Replays a dead letter: its reading is taken like one from the source. */
@FunctionalInterface
public interface Replay {

    /** Gives the outcome. An exception means a breakdown, and the dead letter stays as it is. */
    Outcome replay(DeadLetter letter) throws Exception;

    /**
     * Kept in {@code readings}, or rejected with the reasons of today.
     *
     * @param violations empty where the reading is kept
     */
    record Outcome(List<Violation> violations) {

        public Outcome {
            violations = List.copyOf(violations);
        }

        public static Outcome kept() {
            return new Outcome(List.of());
        }

        public boolean isKept() {
            return violations.isEmpty();
        }
    }
}
