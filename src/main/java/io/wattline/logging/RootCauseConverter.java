package io.wattline.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * {@code %rootCause}: of an exception its first cause and where it was thrown; the whole stack trace is in the log
 * file.
 */
public final class RootCauseConverter extends ThrowableHandlingConverter {

    /** Deeper than any chain of causes that is not a circle. */
    private static final int DEPTH_MAX = 50;

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown == null) {
            return "";
        }
        IThrowableProxy root = thrown;
        for (int depth = 0; root.getCause() != null && depth < DEPTH_MAX; depth++) {
            root = root.getCause();
        }
        StackTraceElementProxy[] trace = root.getStackTraceElementProxyArray();
        String place = trace.length == 0 ? "" : " " + trace[0].getSTEAsString();
        return " [" + name(root.getClassName()) + ": " + root.getMessage() + place + "]";
    }

    private static String name(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
