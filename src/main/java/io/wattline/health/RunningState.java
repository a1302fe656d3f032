package io.wattline.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.reading.PollScheduler;
import io.wattline.routes.RouteState;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Gives {@code wattline status} the state of a running service. */
public final class RunningState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CamelContext context;
    private final ServiceState state;
    private final PollScheduler polls;
    private final TimerWatch timers;
    private final Supplier<List<String>> unknown;
    private final String version;
    private final String profile;

    RunningState(CamelContext context, ServiceState state, PollScheduler polls, TimerWatch timers,
            Supplier<List<String>> unknown, String version, String profile) {
        this.context = context;
        this.state = state;
        this.polls = polls;
        this.timers = timers;
        this.unknown = unknown;
        this.version = version;
        this.profile = profile;
    }

    /** The body of the response to {@code /health/status}. */
    public String respond(Map<String, Object> headers) throws JsonProcessingException {
        headers.put("Content-Type", "application/json");
        return JSON.writeValueAsString(report());
    }

    private RunningReport report() {
        Instant started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return new RunningReport(
                version,
                context.getVersion(),
                Runtime.version().toString(),
                profile,
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                state.getBreakerState(),
                state.getLagSeconds(),
                state.getLastSuccess(),
                polls.isPaused(),
                polls.running(),
                List.of(state.getTroubles()),
                unknown.get(),
                RouteState.all(context),
                timers.all());
    }
}
