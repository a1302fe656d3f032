package io.wattline.ops;

import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/** The HTTP side of a running context. */
public final class HttpServers {

    private HttpServers() {
    }

    /** The port it listens on, also where {@code wattline.http.port} is 0 and the system chose one; empty where there is no HTTP. */
    public static OptionalInt port(CamelContext context) {
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        return server == null ? OptionalInt.empty() : OptionalInt.of(server.getPort());
    }
}
