package io.wattline.eniscope;

import java.time.Duration;
import java.util.Optional;

/** Status 429: the source wants fewer requests; worth another try after a wait. */
public final class TooManyRequestsException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter how long the source asks us to wait; null where it does not say */
    public TooManyRequestsException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the source asks us to wait; empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
