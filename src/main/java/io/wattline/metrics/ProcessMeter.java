package io.wattline.metrics;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/**
 * Metrics of the process: memory, threads, processor, files, uptime, the database pool, and the version of the program.
 */
public final class ProcessMeter {

    private ProcessMeter() {
    }

    public static void bind(MeterRegistry registry, HikariDataSource database, String version) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("wattline.build.info", () -> 1).tag("version", version).tag("java", Runtime.version().toString())
                .register(registry);
        if (database.getMetricRegistry() == null) {
            database.setMetricRegistry(registry);
        }
    }
}
