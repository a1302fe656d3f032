package io.wattline.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Metrics of polling and of kept readings. Labels are bounded (results, rules). */
public final class ReadingMetrics {

    private final PrometheusMeterRegistry registry;
    private final Clock clock;
    private final Map<Integer, Instant> cursors = new ConcurrentHashMap<>();
    private volatile Instant lastSuccess;

    public ReadingMetrics(PrometheusMeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("wattline.ingestion.lag.seconds", () -> furthestBehindSeconds().orElse(0)).register(registry);
        Gauge.builder(
                        "wattline.ingestion.last.success.timestamp.seconds",
                        () -> lastSuccess().map(Instant::getEpochSecond).orElse(0L))
                .register(registry);
    }

    /** A batch is kept; {@code row} is the result of {@code db/sql/readings-keep.sql}. */
    public void kept(Batch batch, Map<String, Object> row) {
        registry.counter("wattline.readings.fetched").increment(batch.fetched());
        for (String result : List.of("inserted", "updated", "unchanged")) {
            registry.counter("wattline.readings.kept", "result", result)
                    .increment(((Number) row.get(result)).doubleValue());
        }
        registry.counter("wattline.readings.null_bins").increment(batch.nullBins());
        registry.counter("wattline.readings.partial").increment(
                batch.readings().stream().filter(Reading::isPartial).count());
        batch.rejected().forEach(rejected -> registry.counter("wattline.readings.rejected", "rule", rejected.rule())
                .increment());
    }

    /** A poll has ended; {@code rows} is the result of {@code db/sql/poll-settle.sql}. */
    public void settled(ChannelPoll poll, List<Map<String, Object>> rows) {
        registry.counter("wattline.polls", "result", poll.failure().isPresent() ? "failed" : "ok").increment();
        if (poll.failure().isEmpty()) {
            lastSuccess = clock.instant();
        }
        if (!rows.isEmpty() && rows.get(0).get("cursor") instanceof Timestamp cursor) {
            cursors.put(poll.channel().channelId(), cursor.toInstant());
        }
    }

    /** Time since the cursor of the channel that is furthest behind, among those polled since the start. */
    public OptionalLong furthestBehindSeconds() {
        return cursors.values().stream()
                .mapToLong(cursor -> Duration.between(cursor, clock.instant()).toSeconds())
                .max();
    }

    /** When a poll last ended without a failure; empty before the first. */
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }
}
