package io.wattline.deadletter;

/** A spooled file is not what was written: cut off, damaged, or none of ours. To read it again would give the same. */
public final class UnreadableLetterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableLetterException(Exception cause) {
        super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
    }
}
