package io.wattline.eniscope;

/** A list that makes no sense, or is cut short; nothing of it is used. Worth asking for once more, from its first page. */
public final class UnusableListException extends ApiException {

    private static final long serialVersionUID = 1L;

    public UnusableListException(String message) {
        super(message);
    }
}
