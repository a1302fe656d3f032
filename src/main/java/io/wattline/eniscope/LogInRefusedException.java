package io.wattline.eniscope;

/** The account's credentials are refused, or were a moment ago: nothing is asked until the pause is over, since the vendor locks accounts. */
public final class LogInRefusedException extends ApiException {

    private static final long serialVersionUID = 1L;

    public LogInRefusedException(String message) {
        super(message);
    }
}
