package io.wattline.source;

/**
 * The source failed in a way that can heal: 5xx, HTML, an empty or truncated response, or none. A retry may help; the
 * circuit breaker counts it.
 */
public final class BreakdownException extends SourceException {

    private static final long serialVersionUID = 1L;

    public BreakdownException(String message) {
        super(message);
    }
}
