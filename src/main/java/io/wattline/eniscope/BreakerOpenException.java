package io.wattline.eniscope;

/** Not asked at all, since the source fails: the circuit breaker is open. No word on the question itself. */
public final class BreakerOpenException extends ApiException {

    private static final long serialVersionUID = 1L;

    public BreakerOpenException(String message) {
        super(message);
    }
}
