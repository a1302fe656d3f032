package io.wattline.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an error that no route settles itself: a line in the log and a count. */
public final class Breakdowns {

    private static final Logger LOG = LoggerFactory.getLogger(Breakdowns.class);

    private final MeterRegistry registry;

    public Breakdowns(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param routeId where it happened; null where Camel does not know */
    public void report(String routeId, Throwable thrown) {
        registry.counter("wattline.breakdowns", "route", String.valueOf(routeId)).increment();
        LOG.error("Route {} broke down; it goes on at its next turn, and nothing that arrived is lost", routeId, thrown);
    }
}
