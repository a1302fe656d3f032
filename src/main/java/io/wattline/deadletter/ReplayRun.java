package io.wattline.deadletter;

import io.wattline.reading.Violation;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Replays many dead letters, one after another, and records each outcome. */
public final class ReplayRun {

    /** Breakdowns in a row after which the run gives up: the dead letters are not the cause. */
    static final int BREAKDOWNS_MAX = 3;
    private static final int LETTERS_AT_ONCE = 500;

    private final DeadLetters letters;
    private final Replay replay;
    private final String who;
    private final Consumer<Step> listener;
    private int kept;
    private int rejected;
    private int broken;
    private int brokenInARow;

    /** @param listener is called for every dead letter */
    public ReplayRun(DeadLetters letters, Replay replay, String who, Consumer<Step> listener) {
        this.letters = letters;
        this.replay = replay;
        this.who = who;
        this.listener = listener;
    }

    /** Replays what the filter selects, as far as it exists at the start. */
    public Tally run(DeadLetterFilter filter) throws SQLException {
        long last = letters.highestId();
        long id = 0;
        List<DeadLetter> some;
        do {
            some = letters.after(id, filter, LETTERS_AT_ONCE);
            for (DeadLetter letter : some) {
                if (letter.id() > last || brokenInARow == BREAKDOWNS_MAX) {
                    return tally();
                }
                one(letter);
                id = letter.id();
            }
        } while (!some.isEmpty());
        return tally();
    }

    private void one(DeadLetter letter) {
        Replay.Outcome outcome;
        try {
            outcome = replay.replay(letter);
        } catch (Exception e) {
            broken++;
            brokenInARow++;
            listener.accept(new Step(letter, "broken", String.valueOf(e.getMessage())));
            return;
        }
        brokenInARow = 0;
        if (outcome.isKept()) {
            kept++;
            letters.kept(letter.id(), who);
            listener.accept(new Step(letter, "kept", null));
        } else {
            rejected++;
            letters.rejectedAgain(letter.id(), outcome.violations());
            listener.accept(new Step(
                    letter,
                    "rejected",
                    outcome.violations().stream().map(Violation::reason).collect(Collectors.joining("; "))));
        }
    }

    private Tally tally() {
        return new Tally(kept, rejected, broken, brokenInARow == BREAKDOWNS_MAX);
    }

    /**
     * The outcome of one: {@code kept}, {@code rejected} with the reason of today, or {@code broken} with the error.
     */
    public record Step(DeadLetter letter, String outcome, String reason) {
    }

    /** The outcome of all; {@code gaveUp} where breakdowns in a row ended the run early. */
    public record Tally(int kept, int rejected, int broken, boolean gaveUp) {

        public boolean isAllKept() {
            return rejected == 0 && broken == 0;
        }
    }
}
