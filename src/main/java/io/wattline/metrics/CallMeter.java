package io.wattline.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.wattline.source.BreakdownException;
import io.wattline.source.BreakerOpenException;
import io.wattline.source.LogInRefusedException;
import io.wattline.source.NotAuthenticatedException;
import io.wattline.source.RefusedException;
import io.wattline.source.TooManyRequestsException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/**
 * Measures calls between routes: each request to the source by its outcome, each batch that is stored, and each attempt
 * to deliver a notification. It listens to Camel's events, so routes need no step for it.
 */
public final class CallMeter extends EventNotifierSupport {

    private static final Map<Class<?>, String> OUTCOMES = Map.of(
            BreakdownException.class, "breakdown",
            BreakerOpenException.class, "breaker_open",
            TooManyRequestsException.class, "too_many_requests",
            NotAuthenticatedException.class, "session_ended",
            LogInRefusedException.class, "log_in_refused");

    private static final String REQUESTS = "wattline.api.requests";
    private static final String OK = "ok";
    private static final String REQUEST = "direct://eniscope-call";
    private static final String BATCH = "direct://take-keep";
    /** One route for each notification channel. */
    private static final String DELIVERY = "direct://alert-to-";

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
        // sending events are not ignored: Camel reports a call that has ended only to listeners that heard it begin
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent) {
            measure(sent.getEndpoint().getEndpointUri(), Duration.ofMillis(sent.getTimeTaken()), sent.getExchange()
                    .getException());
        }
    }

    private void measure(String uri, Duration taken, Throwable thrown) {
        if (uri.equals(REQUEST)) {
            registry.timer(REQUESTS, "outcome", outcome(thrown)).record(taken);
        } else if (uri.equals(BATCH)) {
            registry.timer("wattline.batches", "outcome", thrown == null ? OK : "failed").record(taken);
        } else if (uri.startsWith(DELIVERY)) {
            registry.counter("wattline.alert.deliveries", "way", uri.substring(DELIVERY.length()),
                    "outcome", thrown == null ? "taken" : "not_taken").increment();
        }
    }

    /** Requests to the source since the start. */
    public SourceCalls sourceCalls() {
        long ok = 0;
        long all = 0;
        for (Timer timer : registry.find(REQUESTS).timers()) {
            all += timer.count();
            ok += OK.equals(timer.getId().getTag("outcome")) ? timer.count() : 0;
        }
        return new SourceCalls(ok, all - ok);
    }

    static String outcome(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return refused.reason().name().toLowerCase(Locale.ROOT);
        }
        return thrown == null ? OK : OUTCOMES.getOrDefault(thrown.getClass(), "other");
    }
}
