package io.wattline.reading;

/** A response that cannot be trusted as a whole: nothing of its window is kept, and the window is requested again. */
public class UnusableResponseException extends RuntimeException {

    public UnusableResponseException(Window window, String found, Throwable cause) {
        super(
                Reasons.name(window.channel()) + ", window " + window.interval() + ": " + found
                        + "; nothing of this window is kept",
                cause);
    }

    /** For a payload that does not name its channel or window. */
    public UnusableResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
