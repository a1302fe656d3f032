package io.wattline.eniscope;

/** The source did not give what was asked for; the message names the subject, what came, and what happens now. */
public abstract sealed class ApiException extends RuntimeException
        permits BreakdownException, BreakerOpenException, GateClosedException, TooManyRequestsException, NotAuthenticatedException, LogInRefusedException, RefusedException,
        UnusableListException {

    private static final long serialVersionUID = 1L;

    protected ApiException(String message) {
        super(message);
    }
}
