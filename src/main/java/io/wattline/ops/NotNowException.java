package io.wattline.ops;

/** What was asked for is right, but not now: nothing was done. */
final class NotNowException extends IllegalStateException {

    NotNowException(String message) {
        super(message);
    }
}
