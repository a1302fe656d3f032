package io.wattline.discovery;

/** The source does not answer at all: exploring ends, and goes on another time. */
public final class SourceAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceAwayException(String message) {
        super(message);
    }
}
