package io.wattline.discovery;

/** The source does not respond. The discovery ends, and the next one resumes it. */
public final class SourceSilentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceSilentException(String message) {
        super(message);
    }
}
