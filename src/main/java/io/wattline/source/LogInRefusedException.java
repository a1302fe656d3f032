package io.wattline.source;

/**
 * The source refuses the account's credentials. No request is sent until a pause is over, since the source locks
 * accounts.
 */
public final class LogInRefusedException extends SourceException {

    private static final long serialVersionUID = 1L;

    public LogInRefusedException(String message) {
        super(message);
    }
}
