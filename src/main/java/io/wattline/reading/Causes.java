package io.wattline.reading;

import io.wattline.api.ApiException;
import io.wattline.api.BreakerOpenException;
import io.wattline.api.DoorShutException;
import io.wattline.api.LogInRefusedException;

/** What is behind an exception that a route caught. */
public final class Causes {

    private Causes() {
    }

    /** The exception that says what happened, out of what Camel wraps around it. */
    public static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof ApiException) && !(cause instanceof UnusableAnswerException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** For people. */
    public static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** An open breaker, a refused account, a process that stops or a database away befall every channel: none of them is to blame. */
    static boolean isOfSource(Throwable cause) {
        return cause instanceof UnusableAnswerException || cause instanceof ApiException
                && !(cause instanceof LogInRefusedException || cause instanceof BreakerOpenException || cause instanceof DoorShutException);
    }
}
