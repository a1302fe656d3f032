package io.wattline.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.reading.PollDesk;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** What {@code wattline status} asks a running service. */
public final class RunningState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CamelContext context;
    private final ServiceState state;
    private final PollDesk desk;
    private final TimerWatch timers;
    private final String version;
    private final String profile;

    public RunningState(CamelContext context, ServiceState state, PollDesk desk, TimerWatch timers, String version, String profile) {
        this.context = context;
        this.state = state;
        this.desk = desk;
        this.timers = timers;
        this.version = version;
        this.profile = profile;
    }

    /** The answer to {@code /health/status}. */
    public String answer(Map<String, Object> headers) throws JsonProcessingException {
        headers.put("Content-Type", "application/json");
        return JSON.writeValueAsString(report());
    }

    private RunningReport report() {
        Instant started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return new RunningReport(version, context.getVersion(), Runtime.version().toString(), profile, started.toString(), state.getBreakerState(), state.getLagSeconds(),
                state.getLastSuccess(), desk.isHeld(), desk.inHand(), List.of(state.getTroubles()), RouteState.all(context), timers.all());
    }
}
