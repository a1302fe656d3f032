package io.wattline.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the checks over readings that start within [from, to).
 *
 * @param runId      {@code runs.run_id}; 0 before the run has its row
 * @param channelIds empty for all channels
 * @param now        when the run began
 */
public record CheckRun(long runId, Instant from, Instant to, List<Integer> channelIds, Instant now) {

    /** How far before {@code from} a finding that continues may begin and keep its start. A weekend is within it. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    public CheckRun {
        channelIds = List.copyOf(channelIds);
    }

    static CheckRun of(CheckRequest request, Instant now) {
        return new CheckRun(0, now.minus(Duration.ofDays(request.days())), now, request.channelIds(), now);
    }

    CheckRun withId(long newRunId) {
        return new CheckRun(newRunId, from, to, channelIds, now);
    }

    /** The parameters that every statement of the checks takes. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run_id", runId);
        parameters.put("from", from.toString());
        parameters.put("to", to.toString());
        parameters.put("look_from", from.minus(LOOK_BACK).toString());
        parameters.put("now", now.toString());
        parameters.put("channel_ids", channelIds.isEmpty() ? null : channelIds.toArray(Integer[]::new));
        return parameters;
    }
}
