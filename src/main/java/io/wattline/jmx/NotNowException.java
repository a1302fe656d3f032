package io.wattline.jmx;

/** What was asked for is right, but not now: nothing was done. */
public final class NotNowException extends IllegalStateException {

    public NotNowException(String message) {
        super(message);
    }
}
