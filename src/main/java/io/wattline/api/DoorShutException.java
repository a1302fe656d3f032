package io.wattline.api;

/** Not asked at all, since the process stops. No word on the question itself. */
public final class DoorShutException extends ApiException {

    private static final long serialVersionUID = 1L;

    public DoorShutException(String message) {
        super(message);
    }
}
