package io.wattline.alert;

import java.time.Duration;

/**
 * The other side has not accepted a message. It is sent again, not before {@link #retryAfter} where the other side
 * states one.
 */
public final class DeliveryException extends RuntimeException {

    private final transient Duration retryAfter;

    DeliveryException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** The one that a failure was caused by, or else the last cause. */
    static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof DeliveryException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
