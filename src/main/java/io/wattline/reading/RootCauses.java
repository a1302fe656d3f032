package io.wattline.reading;

import io.wattline.source.BreakerOpenException;
import io.wattline.source.GateClosedException;
import io.wattline.source.LogInRefusedException;
import io.wattline.source.SourceException;

/** Causes of exceptions that a route catches. */
public final class RootCauses {

    private RootCauses() {
    }

    /** The exception that says what happened, without those that Camel wraps around it. */
    public static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && !(cause instanceof SourceException)
                && !(cause instanceof UnusableResponseException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The text for people. */
    public static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /**
     * Whether the error concerns the channel. An open breaker, a refused account, a stopping process and a database
     * that is down meet every channel.
     */
    public static boolean isOfSource(Throwable cause) {
        return cause instanceof UnusableResponseException
                || cause instanceof SourceException
                        && !(cause instanceof LogInRefusedException
                                || cause instanceof BreakerOpenException
                                || cause instanceof GateClosedException);
    }
}
