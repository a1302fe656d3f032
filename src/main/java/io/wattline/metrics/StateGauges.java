package io.wattline.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.wattline.alert.Measurement;
import io.wattline.health.Backlog;
import io.wattline.health.Disk;
import io.wattline.health.Health;
import io.wattline.health.OpenWork;
import io.wattline.health.TimerWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What a running service knows of itself, as gauges; names and help texts are in {@link MetricsCatalogue}. What was not counted yet is NaN. */
public final class StateGauges {

    private final MeterRegistry registry;

    private StateGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What the gauges look at. */
    public record Watched(Health health, OpenWork open, Backlog backlog, Disk disk, TimerWatch timers, Supplier<Boolean> paused, Clock clock) {
    }

    public static void register(MeterRegistry registry, Watched watched) {
        StateGauges gauges = new StateGauges(registry);
        gauges.open(watched.open(), watched.clock());
        gauges.process(watched);
        watched.health().parts().forEach(part -> gauges.gauge("wattline.health.part.up", () -> watched.health().isWell(part) ? 1 : 0, "part", part));
    }

    private void open(OpenWork open, Clock clock) {
        counted("wattline.alerts.open", open, OpenWork.Counts::alerts);
        counted("wattline.alert.messages.waiting", open, OpenWork.Counts::messages);
        counted("wattline.alert.message.age.seconds", open, counts -> counts.oldestMessage() == null ? 0 : Duration.between(counts.oldestMessage(), clock.instant()).toSeconds());
        counted("wattline.backfill.windows.open", open, OpenWork.Counts::backfillWindows);
        counted("wattline.dead.letters.open", open, OpenWork.Counts::deadLetters);
        gauge("wattline.operations.look.timestamp.seconds", () -> open.counts().map(OpenWork.Counts::at).map(Instant::getEpochSecond).orElse(0L));
    }

    private void process(Watched watched) {
        gauge("wattline.ingestion.paused", () -> Boolean.TRUE.equals(watched.paused().get()) ? 1 : 0);
        gauge("wattline.spool.files", watched.backlog()::waiting, "kind", "waiting");
        gauge("wattline.spool.files", watched.backlog()::unreadable, "kind", "unreadable");
        gauge("wattline.disk.free.bytes", watched.disk()::freeBytes);
        gauge("wattline.disk.size.bytes", watched.disk()::sizeBytes);
        gauge("wattline.timer.late.seconds", () -> watched.timers().late().stream().mapToDouble(Measurement::value).max().orElse(0));
    }

    private void counted(String name, OpenWork open, ToDoubleFunction<OpenWork.Counts> figure) {
        gauge(name, () -> open.counts().map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private void gauge(String name, Supplier<Number> value, String... labels) {
        Gauge.builder(name, value).tags(labels).register(registry);
    }
}
