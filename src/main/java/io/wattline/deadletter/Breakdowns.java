package io.wattline.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts errors that no route handles. */
public final class Breakdowns {

    private static final Logger LOG = LoggerFactory.getLogger(Breakdowns.class);

    private final MeterRegistry registry;

    public Breakdowns(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param routeId the route that failed; null where Camel does not know it */
    public void report(String routeId, Throwable thrown) {
        registry.counter("wattline.breakdowns", "route", String.valueOf(routeId)).increment();
        LOG.error(
                "Route {} broke down; it runs again at its next time, and nothing that arrived is lost",
                routeId,
                thrown);
    }
}
