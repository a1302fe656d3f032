package io.wattline.reading;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Runs: one row for each time that readings are read, which says by which rules and settings. */
public final class Runs {

    private final String ruleSet;
    private final Supplier<String> configurationHash;
    private final String version;
    private final PollSettings settings;
    private final Clock clock;
    private final SyncWatch watch;

    public Runs(
            String ruleSet,
            Supplier<String> configurationHash,
            String version,
            PollSettings settings,
            SyncWatch watch,
            Clock clock) {
        this.ruleSet = ruleSet;
        this.configurationHash = configurationHash;
        this.version = version;
        this.settings = settings;
        this.watch = watch;
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/channels-due.sql}; null means what is due. */
    public Map<String, Object> due(SyncRequest request) {
        boolean some = request != null && !request.channelIds().isEmpty();
        boolean range = request != null && request.interval() != null;
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", clock.instant().toString());
        parameters.put("look_back", settings.lookBack().toString());
        parameters.put("delay", settings.delay().toString());
        parameters.put("retry_max", settings.retryDelayMax().toString());
        parameters.put("dead_retry", settings.deadRetry().toString());
        parameters.put("channel_ids", some ? request.channelIds().toArray(Integer[]::new) : null);
        parameters.put("range_start", range ? request.interval().start().toString() : null);
        parameters.put("range_end", range ? request.interval().end().toString() : null);
        return parameters;
    }

    /** The kind of the run that reads what is due, or what somebody requests: {@code poll} or {@code sync}. */
    public String kind(SyncRequest request) {
        return request == null ? "poll" : "sync";
    }

    /** Parameters of {@code db/sql/run-start.sql}. The kind is that of {@code runs.kind}. */
    public Map<String, Object> start(String kind) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("kind", kind);
        parameters.put("now", clock.instant().toString());
        parameters.put("rule_set", ruleSet);
        parameters.put("configuration_hash", configurationHash.get());
        parameters.put("version", version);
        return parameters;
    }

    /** A run has begun; gives its id. */
    public long started(long runId) {
        watch.started(runId);
        return runId;
    }

    /** Parameters of {@code db/sql/run-end.sql}. */
    public Map<String, Object> end(CheckedPage page) {
        return Map.of("run_id", page.window().runId(), "now", clock.instant().toString());
    }
}
