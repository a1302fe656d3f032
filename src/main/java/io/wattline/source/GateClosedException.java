package io.wattline.source;

/** The request was not sent, since the process stops. It says nothing about the request. */
public final class GateClosedException extends SourceException {

    private static final long serialVersionUID = 1L;

    public GateClosedException(String message) {
        super(message);
    }
}
