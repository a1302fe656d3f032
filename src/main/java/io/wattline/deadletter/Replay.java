package io.wattline.deadletter;

import io.wattline.reading.Violation;
import java.util.List;

/** Sends a dead letter through the same way that its reading came. */
@FunctionalInterface
public interface Replay {

    /** What became of the letter. An exception means breakdown: nothing is known of the letter, which stays as it is. */
    Outcome replay(DeadLetter letter) throws Exception;

    /**
     * Kept in {@code readings}, or rejected with reasons as things are now.
     *
     * @param violations empty where it was kept
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
