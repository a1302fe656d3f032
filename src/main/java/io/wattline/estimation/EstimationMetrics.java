package io.wattline.estimation;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts gaps and readings that were estimated. */
public final class EstimationMetrics {

    private final MeterRegistry registry;

    public EstimationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void count(EstimationTask task) {
        Estimate estimate = task.estimate();
        int slots = task.slots();
        registry.counter("wattline.estimates.gaps", "outcome", slots > 0 ? estimate.method() : Estimate.NONE)
                .increment();
        if (slots > 0) {
            registry.counter("wattline.estimates.slots", "method", estimate.method()).increment(slots);
        }
    }
}
