package io.wattline.source;

/** The request was not sent, since the circuit breaker is open. It says nothing about the request. */
public final class BreakerOpenException extends SourceException {

    private static final long serialVersionUID = 1L;

    public BreakerOpenException(String message) {
        super(message);
    }
}
