package io.wattline.eniscope;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Where the source says when to come back, that wins over our own back-off, for the next try alone. */
public final class RetryAfter implements Processor {

    @Override
    public void process(Exchange exchange) {
        TooManyRequestsException refusal = exchange.getException(TooManyRequestsException.class);
        if (refusal == null) {
            refusal = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TooManyRequestsException.class);
        }
        if (refusal != null) {
            refusal.retryAfter().ifPresent(wait -> exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis()));
        }
    }
}
