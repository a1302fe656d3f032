package io.wattline.eniscope;

/** Not asked at all, since the process stops. No word on the question itself. */
public final class GateClosedException extends ApiException {

    private static final long serialVersionUID = 1L;

    public GateClosedException(String message) {
        super(message);
    }
}
