package io.wattline.source;

import java.util.Optional;

/** A request that the source did not fulfil; the message names the subject, what was found, and what happens now. */
public abstract sealed class SourceException extends RuntimeException
        permits BreakdownException,
                BreakerOpenException,
                GateClosedException,
                TooManyRequestsException,
                NotAuthenticatedException,
                LogInRefusedException,
                RefusedException,
                UnusableListException {

    private static final long serialVersionUID = 1L;

    private transient SourceResponse response;

    protected SourceException(String message) {
        super(message);
    }

    /** The same exception with the response that it is about, whose body may be missing. */
    public SourceException after(SourceResponse received) {
        response = received;
        return this;
    }

    /** The response that it is about; empty where the source sent none. */
    public Optional<SourceResponse> response() {
        return Optional.ofNullable(response);
    }
}
