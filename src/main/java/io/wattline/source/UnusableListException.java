package io.wattline.source;

/** A list that is malformed or incomplete. None of it is used. A second attempt from its first page may help. */
public final class UnusableListException extends SourceException {

    private static final long serialVersionUID = 1L;

    public UnusableListException(String message) {
        super(message);
    }
}
