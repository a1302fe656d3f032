package io.wattline.health;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.resilience4j.ResilienceProcessor;

/** The circuit breaker in front of the source, by the id of its route step. */
record Breaker(CamelContext context, String stepId) {

    /** CLOSED, OPEN or HALF_OPEN; UNKNOWN where the step does not exist. */
    String state() {
        return processor().map(ResilienceProcessor::getCircuitBreakerState).orElse("UNKNOWN");
    }

    boolean isOpen() {
        return processor().isPresent() && !state().equals("CLOSED");
    }

    /** Whether it has seen a call; a breaker that has seen none says nothing about the source. */
    boolean hasCalls() {
        return processor().map(found -> found.getNumberOfBufferedCalls() > 0).orElse(false);
    }

    /** An open breaker lets a few requests pass now, whatever its clock says. */
    void tryAgain() {
        processor().filter(found -> state().equals("OPEN")).ifPresent(ResilienceProcessor::transitionToHalfOpenState);
    }

    private Optional<ResilienceProcessor> processor() {
        return Optional.ofNullable(context.getProcessor(stepId, ResilienceProcessor.class));
    }
}
