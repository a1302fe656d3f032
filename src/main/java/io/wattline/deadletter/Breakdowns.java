package io.wattline.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts errors that no route handles. */
public final class Breakdowns {

    private static final Logger LOG = LoggerFactory.getLogger(Breakdowns.class);

    private final MeterRegistry registry;
    private final BooleanSupplier stopping;

    /** @param stopping whether the process stops, which interrupts what runs */
    public Breakdowns(MeterRegistry registry, BooleanSupplier stopping) {
        this.registry = registry;
        this.stopping = stopping;
    }

    /** @param routeId the route that failed; null where Camel does not know it */
    public void report(String routeId, Throwable thrown) {
        if (stopping.getAsBoolean()) {
            LOG.info("Route {} was interrupted by the stop; it runs again after the next start, and nothing that "
                    + "arrived is lost", routeId);
            return;
        }
        registry.counter("wattline.breakdowns", "route", String.valueOf(routeId)).increment();
        LOG.error(
                "Route {} broke down; it runs again at its next time, and nothing that arrived is lost",
                routeId,
                thrown);
    }
}
