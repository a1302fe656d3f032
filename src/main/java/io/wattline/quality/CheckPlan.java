package io.wattline.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One turn of the checks: readings that start within [from, to).
 *
 * @param channelIds empty = all
 * @param now        when it began
 */
record CheckPlan(long runId, Instant from, Instant to, List<Integer> channelIds, Instant now) {

    /** A run that began before the checked time and goes on keeps its start if that is no longer ago; the weekend is in it. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    static CheckPlan of(CheckRequest request, long runId, Instant now) {
        return new CheckPlan(runId, now.minus(Duration.ofDays(request.days())), now, request.channelIds(), now);
    }

    /** What every statement of the checks takes. */
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
