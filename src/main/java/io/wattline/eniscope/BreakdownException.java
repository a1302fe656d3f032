package io.wattline.eniscope;

/** The source broke down in a way that can heal: a 5xx, HTML in maintenance, an empty or cut-off answer, silence. Worth another try; counts for the circuit breaker. */
public final class BreakdownException extends ApiException {

    private static final long serialVersionUID = 1L;

    public BreakdownException(String message) {
        super(message);
    }
}
