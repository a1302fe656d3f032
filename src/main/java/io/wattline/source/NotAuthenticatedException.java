package io.wattline.source;

/** Status 401 or 419: the token has expired. A log-in and a second attempt help. */
public final class NotAuthenticatedException extends SourceException {

    private static final long serialVersionUID = 1L;

    public NotAuthenticatedException(String message) {
        super(message);
    }
}
