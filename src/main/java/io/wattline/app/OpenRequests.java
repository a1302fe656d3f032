package io.wattline.app;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;

/** HTTP requests that wait for an answer. A thread that waits in one cannot be interrupted, only its connection cut. */
public final class OpenRequests {

    private OpenRequests() {
    }

    /** Cuts all of them, for good. */
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
