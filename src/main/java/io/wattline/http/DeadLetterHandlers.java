package io.wattline.http;

import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.Replay;
import io.wattline.deadletter.ReplayRun;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays and discards dead letters: those of some ids, or the open ones of a rule, a part at a time. The response says
 * how many remain, so that a client can go on and show its progress.
 */
public final class DeadLetterHandlers {

    /** Limit of one request, so that the response does not take too long. */
    private static final int PART_MAX = 1000;

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
        List<Long> ids = part(arguments);
        if (ids.isEmpty()) {
            throw new ProblemException(409,
                    "No open dead letter matches; GET /api/dead-letters/rules counts the open ones");
        }
        ReplayRun.Tally tally = new ReplayRun(deadLetters, replay, arguments.text("by"), step -> { })
                .run(open(null, null, ids));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("kept", tally.kept());
        response.put("rejected", tally.rejected());
        response.put("broken", tally.broken());
        return ApiResponse.json(withRest(response, arguments, ids));
    }

    private ApiResponse discard(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        List<Long> ids = part(arguments);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("discarded", deadLetters.discard(ids, arguments.text("reason"), arguments.text("by")));
        return ApiResponse.json(withRest(response, arguments, ids));
    }

    private List<Long> part(Arguments arguments) throws SQLException, ProblemException {
        return deadLetters.oldest(filter(arguments), after(arguments), PART_MAX);
    }

    private Map<String, Object> withRest(Map<String, Object> response, Arguments arguments, List<Long> ids)
            throws SQLException, ProblemException {
        Long last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
        response.put("last", last);
        boolean isRule = arguments.has("rule") && last != null;
        response.put("remaining", isRule ? deadLetters.count(filter(arguments), last) : 0);
        return response;
    }

    private static long after(Arguments arguments) {
        return arguments.has("after") ? arguments.number("after") : 0;
    }

    private static DeadLetterFilter filter(Arguments arguments) throws ProblemException {
        List<Long> ids = arguments.list("ids");
        if (ids.isEmpty() == !arguments.has("rule")) {
            throw ProblemException.of("ids",
                    "or rule: exactly one of the two is required; allowed: {\"ids\": [1, 2]} or "
                    + "{\"rule\": \"power-range\", \"channel\": 61001}, channel optional");
        }
        Integer channel = arguments.has("channel") ? Math.toIntExact(arguments.number("channel")) : null;
        return open(channel, arguments.text("rule"), ids);
    }

    private static DeadLetterFilter open(Integer channel, String rule, List<Long> ids) {
        return new DeadLetterFilter(DeadLetter.OPEN, channel, rule, null, ids);
    }
}
