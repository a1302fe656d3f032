package io.wattline.http;

import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.Replay;
import io.wattline.deadletter.Replaying;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What people do to dead letters. */
public final class DeadLetterHandlers {

    /** So many that the answer does not take for ever; who wants more asks again. */
    private static final int LETTERS_MAX = 1000;

    private final DeadLetters letters;
    private final Replay replay;

    public DeadLetterHandlers(DeadLetters letters, Replay replay) {
        this.letters = letters;
        this.replay = replay;
    }

    /** By operations. */
    public Map<String, Handler> handlers() {
        return Map.of("dead-letters-replay", this::replay, "dead-letters-discard", this::discard);
    }

    private HttpReply replay(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        List<Long> ids = arguments.list("ids");
        if (ids.isEmpty() == !arguments.has("rule")) {
            throw ProblemException.of("ids", "and rule: one of the two is needed; allowed: {\"ids\": [1, 2]} or {\"rule\": \"power-range\", \"channel\": 61001}; channel may be left out");
        }
        Integer channel = arguments.has("channel") ? Math.toIntExact(arguments.number("channel")) : null;
        List<Long> meant = letters.oldest(new DeadLetterFilter(DeadLetter.OPEN, channel, arguments.text("rule"), null, ids), LETTERS_MAX);
        if (meant.isEmpty()) {
            throw new ProblemException(409, "No open dead letter is meant; /api/dead-letters/rules has what is open");
        }
        Replaying.Tally tally = new Replaying(letters, replay, arguments.text("by"), step -> { }).run(new DeadLetterFilter(DeadLetter.OPEN, null, null, null, meant));
        return HttpReply.json(Map.of("kept", tally.kept(), "rejected", tally.rejected(), "broken", tally.broken()));
    }

    private HttpReply discard(Operation operation, Arguments arguments) throws SQLException {
        return HttpReply.json(Map.of("discarded", letters.discard(arguments.list("ids"), arguments.text("reason"), arguments.text("by"))));
    }
}
