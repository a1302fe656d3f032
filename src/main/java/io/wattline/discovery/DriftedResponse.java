package io.wattline.discovery;

import io.wattline.reading.Window;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A response whose form differs from that of earlier ones.
 *
 * @param window   the request
 * @param shape    the known form from now on
 * @param findings what has changed; empty for the first response of a channel, and where a field was null until now
 */
public record DriftedResponse(Window window, ChannelShape shape, List<Drift> findings) {

    public DriftedResponse {
        findings = List.copyOf(findings);
    }

    /** Parameters of {@code db/sql/drift-keep.sql}. */
    Map<String, Object> parameters(Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel_id", window.channel().channelId());
        parameters.put("run_id", window.runId());
        parameters.put("window_start", window.interval().start().toString());
        parameters.put("now", now.toString());
        parameters.put("time_zone", shape.timeZone());
        parameters.put("resolution_seconds", shape.resolutionSeconds());
        parameters.put("fields", ShapeStore.json(shape));
        parameters.put("kinds", texts(Drift::kind));
        parameters.put("codes", texts(Drift::code));
        parameters.put("befores", texts(Drift::before));
        parameters.put("afters", texts(Drift::after));
        parameters.put("messages", texts(Drift::message));
        return parameters;
    }

    private String[] texts(Function<Drift, String> text) {
        return findings.stream().map(text).toArray(String[]::new);
    }
}
