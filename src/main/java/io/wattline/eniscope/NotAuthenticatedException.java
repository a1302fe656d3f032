package io.wattline.eniscope;

/** Status 401 or 419: the token has ended. Log in once and ask again. */
public final class NotAuthenticatedException extends ApiException {

    private static final long serialVersionUID = 1L;

    public NotAuthenticatedException(String message) {
        super(message);
    }
}
