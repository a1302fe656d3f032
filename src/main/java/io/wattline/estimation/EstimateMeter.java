package io.wattline.estimation;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what was estimated. */
public final class EstimateMeter {

    private final MeterRegistry registry;

    public EstimateMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param slots readings that were written; 0 where the gap stays missing */
    public void count(Estimate estimate, int slots) {
        registry.counter("wattline.estimates.gaps", "outcome", slots > 0 ? estimate.method() : Estimate.NONE).increment();
        if (slots > 0) {
            registry.counter("wattline.estimates.slots", "method", estimate.method()).increment(slots);
        }
    }
}
