package io.wattline.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.wattline.eniscope.BreakdownException;
import io.wattline.eniscope.BreakerOpenException;
import io.wattline.eniscope.LogInRefusedException;
import io.wattline.eniscope.NotAuthenticatedException;
import io.wattline.eniscope.RefusedException;
import io.wattline.eniscope.TooManyRequestsException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Times each request to the source by its outcome, each batch that is stored, and counts messages to people. Listens, so that no route has to say it. */
public final class CallMeter extends EventNotifierSupport {

    private static final Map<Class<?>, String> OUTCOMES = Map.of(BreakdownException.class, "breakdown", BreakerOpenException.class, "breaker_open",
            TooManyRequestsException.class, "too_many_requests", NotAuthenticatedException.class, "session_ended",
            LogInRefusedException.class, "log_in_refused");

    /** One route for each way by which people are told. */
    private static final String WAY = "direct://alert-to-";

    private final MeterRegistry registry;

    public CallMeter(MeterRegistry registry) {
        this.registry = registry;
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeFailedEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
        // not the sending events: Camel tells of what was sent only where somebody heard of the sending
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent) {
            String uri = sent.getEndpoint().getEndpointUri();
            Throwable thrown = sent.getExchange().getException();
            if (uri.equals("direct://api-call")) {
                registry.timer("wattline.api.requests", "outcome", outcome(thrown)).record(Duration.ofMillis(sent.getTimeTaken()));
            } else if (uri.equals("direct://readings-keep")) {
                registry.timer("wattline.batches", "outcome", thrown == null ? "ok" : "failed").record(Duration.ofMillis(sent.getTimeTaken()));
            } else if (uri.startsWith(WAY)) {
                registry.counter("wattline.alert.deliveries", "way", uri.substring(WAY.length()), "outcome", thrown == null ? "taken" : "not_taken").increment();
            }
        }
    }

    static String outcome(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return refused.reason().name().toLowerCase(Locale.ROOT);
        }
        return thrown == null ? "ok" : OUTCOMES.getOrDefault(thrown.getClass(), "other");
    }
}
