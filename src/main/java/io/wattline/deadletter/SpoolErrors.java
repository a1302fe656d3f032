package io.wattline.deadletter;

import io.wattline.routes.RouteCheck;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in one line why a spooled file cannot be taken yet. The file stays. */
public final class SpoolErrors implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolErrors.class);

    @Override
    public void handleException(Throwable exception) {
        handleException(exception.getMessage(), exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        Object file = exchange == null ? "a file" : exchange.getMessage().getHeader(Exchange.FILE_NAME);
        LOG.warn("Spool: {} cannot be kept yet; it stays and is tried again: {}", file, RouteCheck.reason(exception));
    }
}
