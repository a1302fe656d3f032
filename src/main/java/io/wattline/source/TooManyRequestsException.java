package io.wattline.source;

import java.time.Duration;
import java.util.Optional;

/** Status 429: the source wants fewer requests. A retry after a wait may help. */
public final class TooManyRequestsException extends SourceException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter how long the source asks to wait; null where it does not say */
    public TooManyRequestsException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the source asks to wait; empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
