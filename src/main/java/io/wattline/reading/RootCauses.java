package io.wattline.reading;

import io.wattline.eniscope.ApiException;
import io.wattline.eniscope.BreakerOpenException;
import io.wattline.eniscope.GateClosedException;
import io.wattline.eniscope.LogInRefusedException;

/** What is behind an exception that a route caught. */
public final class RootCauses {

    private RootCauses() {
    }

    /** The exception that says what happened, out of what Camel wraps around it. */
    public static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof ApiException) && !(cause instanceof UnusableResponseException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** For people. */
    public static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** An open breaker, a refused account, a process that stops or a database away befall every channel: none of them is to blame. */
    public static boolean isOfSource(Throwable cause) {
        return cause instanceof UnusableResponseException || cause instanceof ApiException
                && !(cause instanceof LogInRefusedException || cause instanceof BreakerOpenException || cause instanceof GateClosedException);
    }
}
