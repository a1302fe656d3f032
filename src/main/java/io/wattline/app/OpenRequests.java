package io.wattline.app;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;

/** HTTP requests without a response so far. Their threads cannot be interrupted; only their connections can be cut. */
public final class OpenRequests {

    private OpenRequests() {
    }

    /** Closes all of their connections for good. */
    public static void abort(CamelContext context) {
        context.getEndpoints().stream()
                .filter(HttpEndpoint.class::isInstance)
                .map(HttpEndpoint.class::cast)
                .map(HttpEndpoint::getClientConnectionManager)
                .forEach(OpenRequests::cut);
    }

    private static void cut(HttpClientConnectionManager connections) {
        if (connections != null) {
            connections.close(CloseMode.IMMEDIATE);
        }
    }
}
