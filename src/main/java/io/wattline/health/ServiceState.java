package io.wattline.health;

import io.wattline.reading.ReadingMetrics;
import io.wattline.settings.Times;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The state of a running service, from memory: reading it waits for nothing. */
public final class ServiceState implements StateAttributes {

    private final ReadingMetrics metrics;
    private final Supplier<String> breaker;
    private final Health health;
    private final OpenWork open;
    private final SpoolFolder spool;

    ServiceState(ReadingMetrics metrics, Supplier<String> breaker, Health health, OpenWork open, SpoolFolder spool) {
        this.metrics = metrics;
        this.breaker = breaker;
        this.health = health;
        this.open = open;
        this.spool = spool;
    }

    @Override
    public long getLagSeconds() {
        return metrics.furthestBehindSeconds().orElse(-1);
    }

    @Override
    public String getLastSuccess() {
        return metrics.lastSuccess().map(Instant::toString).orElse("");
    }

    @Override
    public String getBreakerState() {
        return breaker.get();
    }

    @Override
    public String[] getTroubles() {
        return health.troubles().stream().map(Health.Trouble::toString).toArray(String[]::new);
    }

    @Override
    public long getOpenAlerts() {
        return count(OpenWork.Counts::alerts);
    }

    @Override
    public long getWaitingMessages() {
        return count(OpenWork.Counts::messages);
    }

    @Override
    public long getOpenGaps() {
        return count(OpenWork.Counts::gaps);
    }

    @Override
    public long getOpenDeadLetters() {
        return count(OpenWork.Counts::deadLetters);
    }

    @Override
    public long getBackfillWindows() {
        return count(OpenWork.Counts::backfillWindows);
    }

    @Override
    public long getBacklog() {
        return spool.waiting();
    }

    @Override
    public String getLookedAt() {
        return open.counts().map(counts -> Times.text(counts.at())).orElse("");
    }

    private long count(ToLongFunction<OpenWork.Counts> figure) {
        return open.counts().map(figure::applyAsLong).orElse(-1L);
    }
}
