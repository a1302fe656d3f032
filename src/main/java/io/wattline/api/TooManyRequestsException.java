package io.wattline.api;

/** Status 429: we ask too fast. Worth another try after a wait; no breakdown. */
public final class TooManyRequestsException extends ApiException {

    private static final long serialVersionUID = 1L;

    public TooManyRequestsException(String message) {
        super(message);
    }
}
