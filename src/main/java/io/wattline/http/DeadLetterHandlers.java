package io.wattline.http;

import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.Replay;
import io.wattline.deadletter.ReplayRun;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Replays and discards dead letters. */
public final class DeadLetterHandlers {

    /** Limit of one request, so that the response does not take too long; the client repeats the request for more. */
    private static final int REPLAYS_MAX = 1000;

    private final DeadLetters deadLetters;
    private final Replay replay;

    public DeadLetterHandlers(DeadLetters deadLetters, Replay replay) {
        this.deadLetters = deadLetters;
        this.replay = replay;
    }

    Map<String, OperationHandler> handlers() {
        return Map.of("dead-letters-replay", this::replay, "dead-letters-discard", this::discard);
    }

    private ApiResponse replay(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        List<Long> ids = deadLetters.oldest(filter(arguments), REPLAYS_MAX);
        if (ids.isEmpty()) {
            throw new ProblemException(409,
                    "No open dead letter matches; GET /api/dead-letters/rules counts the open ones");
        }
        ReplayRun.Tally tally = new ReplayRun(deadLetters, replay, arguments.text("by"), step -> { })
                .run(new DeadLetterFilter(DeadLetter.OPEN, null, null, null, ids));
        return ApiResponse.json(Map.of("kept", tally.kept(), "rejected", tally.rejected(), "broken", tally.broken()));
    }

    private static DeadLetterFilter filter(Arguments arguments) throws ProblemException {
        List<Long> ids = arguments.list("ids");
        if (ids.isEmpty() == !arguments.has("rule")) {
            throw ProblemException.of("ids",
                    "or rule: exactly one of the two is required; allowed: {\"ids\": [1, 2]} or "
                    + "{\"rule\": \"power-range\", \"channel\": 61001}, channel optional");
        }
        Integer channel = arguments.has("channel") ? Math.toIntExact(arguments.number("channel")) : null;
        return new DeadLetterFilter(DeadLetter.OPEN, channel, arguments.text("rule"), null, ids);
    }

    private ApiResponse discard(ApiOperation operation, Arguments arguments) throws SQLException {
        List<Long> discarded = deadLetters.discard(arguments.list("ids"), arguments.text("reason"),
                arguments.text("by"));
        return ApiResponse.json(Map.of("discarded", discarded));
    }
}
