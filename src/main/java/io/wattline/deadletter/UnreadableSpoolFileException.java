package io.wattline.deadletter;

/** A spooled file is damaged, or not a spooled response. Reading it again gives the same error. */
public final class UnreadableSpoolFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableSpoolFileException(Exception cause) {
        super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
    }
}
