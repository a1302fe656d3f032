package io.wattline.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Runs: each time that something brings readings has a row, which says by which rules and settings it went. */
public final class Runs {

    private final String ruleSet;
    private final Supplier<String> configurationHash;
    private final String version;
    private final Duration lookBack;
    private final Clock clock;
    private final Collection<Long> watched = new ConcurrentLinkedQueue<>();
    private volatile boolean watching;

    /** @param lookBack how far before its cursor a poll starts */
    public Runs(String ruleSet, Supplier<String> configurationHash, String version, Duration lookBack, Clock clock) {
        this.ruleSet = ruleSet;
        this.configurationHash = configurationHash;
        this.version = version;
        this.lookBack = lookBack;
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/channels-due.sql} and of {@code run-start.sql}; null reads what is due. */
    public Map<String, Object> reading(SyncRequest request) {
        Map<String, Object> parameters = start(request == null ? "poll" : "sync");
        boolean some = request != null && !request.channelIds().isEmpty();
        boolean range = request != null && request.interval() != null;
        parameters.put("look_back", lookBack.toString());
        parameters.put("channel_ids", some ? request.channelIds().toArray(Integer[]::new) : null);
        parameters.put("range_start", range ? request.interval().start().toString() : null);
        parameters.put("range_end", range ? request.interval().end().toString() : null);
        return parameters;
    }

    /**
     * Parameters of {@code db/sql/run-start.sql}.
     *
     * @param kind what the run does, as {@code runs.kind} has it
     */
    public Map<String, Object> start(String kind) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("kind", kind);
        parameters.put("now", clock.instant().toString());
        parameters.put("rule_set", ruleSet);
        parameters.put("configuration_hash", configurationHash.get());
        parameters.put("version", version);
        return parameters;
    }

    /** A run has begun. */
    public long started(long runId) {
        if (watching) {
            watched.add(runId);
        }
        return runId;
    }

    /** From now on the runs of this process are remembered, for somebody who waits for them. */
    public void watch() {
        watched.clear();
        watching = true;
    }

    /** The runs since {@link #watch}. */
    public List<Long> watched() {
        return List.copyOf(watched);
    }
}
