package io.wattline.alert;

import java.time.Duration;

/** The other side has not taken a message. It is sent again, not before {@link #retryAfter} where the other side says so. */
public final class NotTakenException extends RuntimeException {

    private final transient Duration retryAfter;

    NotTakenException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
