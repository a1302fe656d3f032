package io.wattline.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.wattline.alert.Measurement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Gauges of the state of a running service. A count that was not taken yet is NaN. */
public final class StateGauges {

    private final MeterRegistry registry;

    private StateGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What the gauges read. */
    public record Watched(Health health, Breaker breaker, OpenWork open, SpoolFolder spool, Disk disk,
            TimerWatch timers,
                          BooleanSupplier paused, Clock clock) {
    }

    static void register(MeterRegistry registry, Watched watched) {
        StateGauges gauges = new StateGauges(registry);
        gauges.open(watched.open(), watched.clock());
        gauges.process(watched);
        gauges.breaker(watched.breaker());
        watched.health().parts().forEach(part ->
                gauges.gauge("wattline.health.part.up", () -> watched.health().isUp(part) ? 1 : 0, "part", part));
    }

    private void open(OpenWork open, Clock clock) {
        counted("wattline.alerts.open", open, OpenWork.Counts::alerts);
        counted("wattline.alert.messages.waiting", open, OpenWork.Counts::messages);
        counted("wattline.alert.message.age.seconds", open, counts -> counts.oldestMessage() == null ? 0
                : Duration.between(counts.oldestMessage(), clock.instant()).toSeconds());
        counted("wattline.backfill.windows.open", open, OpenWork.Counts::backfillWindows);
        counted("wattline.dead.letters.open", open, OpenWork.Counts::deadLetters);
        counted("wattline.dead.letters.partial.open", open, OpenWork.Counts::partialLetters);
        gauge("wattline.operations.look.timestamp.seconds",
                () -> open.counts().map(OpenWork.Counts::at).map(Instant::getEpochSecond).orElse(0L));
    }

    private void process(Watched watched) {
        gauge("wattline.ingestion.paused", () -> watched.paused().getAsBoolean() ? 1 : 0);
        gauge("wattline.spool.files", watched.spool()::waiting, "kind", "waiting");
        gauge("wattline.spool.files", watched.spool()::unreadable, "kind", "unreadable");
        gauge("wattline.disk.free.bytes", watched.disk()::freeBytes);
        gauge("wattline.disk.size.bytes", watched.disk()::sizeBytes);
        gauge("wattline.timer.late.seconds",
                () -> watched.timers().late().stream().mapToDouble(Measurement::value).max().orElse(0));
    }

    /** One gauge a state: 1 for the state that the breaker is in. */
    private void breaker(Breaker breaker) {
        List.of("closed", "open", "half_open").forEach(state ->
                gauge("wattline.api.breaker.state", () -> breaker.state().equalsIgnoreCase(state) ? 1
                : 0, "state", state));
    }

    private void counted(String name, OpenWork open, ToDoubleFunction<OpenWork.Counts> figure) {
        gauge(name, () -> open.counts().map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private void gauge(String name, Supplier<Number> value, String... labels) {
        Gauge.builder(name, value).tags(labels).register(registry);
    }
}
