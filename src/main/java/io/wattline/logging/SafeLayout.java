package io.wattline.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

/**
 * A pattern whose outcome is one line without secrets, whatever the pattern is; with {@code stackTraces}, an
 * exception's stack trace follows.
 */
public final class SafeLayout extends PatternLayout {

    private boolean stackTraces;

    /** Set by {@code <stackTraces>} of the configuration. */
    public void setStackTraces(boolean stackTraces) {
        this.stackTraces = stackTraces;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String line = OneLine.escaped(Secrets.masked(super.doLayout(event))) + System.lineSeparator();
        if (!stackTraces || event.getThrowableProxy() == null) {
            return line;
        }
        return line + Secrets.masked(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
