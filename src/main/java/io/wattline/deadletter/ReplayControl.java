package io.wattline.deadletter;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Replay of dead letters over JMX. */
public final class ReplayControl implements DeadLetterOperations {

    private final DeadLetters letters;
    private final Replay replay;
    private final String who;

    public ReplayControl(DeadLetters letters, Replay replay, String who) {
        this.letters = letters;
        this.replay = replay;
        this.who = who;
    }

    @Override
    public String replayDeadLetters(String rule) {
        try {
            letters.require(rule, null);
            Map<String, Long> open = letters.countsByRule(DeadLetterFilter.open());
            if (!open.containsKey(rule)) {
                throw new IllegalArgumentException("No dead letter of rule '" + rule + "' is open; allowed: one of "
                        + open.keySet() + ". Nothing was replayed.");
            }
            ReplayRun.Tally tally = new ReplayRun(letters, replay, who, step -> {})
                    .run(new DeadLetterFilter(DeadLetter.OPEN, null, rule, null, List.of()));
            return "Replayed dead letters of rule " + rule + ": " + tally.kept() + " kept, " + tally.rejected()
                    + " rejected again, " + tally.broken() + " broken";
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer for the dead letters: " + e.getMessage(), e);
        }
    }
}
