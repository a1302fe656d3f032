package io.wattline.reading;

/** An answer that as a whole cannot be trusted: nothing of its window is kept, and the window is asked again. The message names channel and window. */
public class UnusableResponseException extends RuntimeException {

    public UnusableResponseException(Window window, String found, Throwable cause) {
        super(Reasons.name(window.channel()) + ", window " + window.interval() + ": " + found + "; nothing of this window is kept", cause);
    }

    /** For a payload that does not even say what it is an answer to. */
    public UnusableResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
