package io.wattline.app;

import org.apache.camel.CamelException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;

/** The message for people after a failed call of {@link Service}. */
public final class CallFailure {

    private CallFailure() {
    }

    /** The message. A failure in a route says it by its cause; an exception without a message gives its class. */
    public static String message(Exception failure) {
        Throwable said = failure;
        while (isOfCamel(said) && said.getCause() != null) {
            said = said.getCause();
        }
        return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
    }

    private static boolean isOfCamel(Throwable failure) {
        return failure instanceof CamelException || failure instanceof CamelExecutionException
                || failure instanceof RuntimeCamelException;
    }
}
