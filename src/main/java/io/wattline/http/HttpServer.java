package io.wattline.http;

import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/** The HTTP server of a Camel context. */
public final class HttpServer {

    /** Limit of a request body; the bodies of actions are short. */
    public static final int BODY_MAX_BYTES = 65_536;

    private HttpServer() {
    }

    /** The port, also where {@code wattline.http.port} is 0 and the system chose one; empty where HTTP is off. */
    public static OptionalInt port(CamelContext context) {
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        return server == null ? OptionalInt.empty() : OptionalInt.of(server.getPort());
    }

    /** The router of all requests. Profile dev has a second one, for developer tools. */
    static VertxPlatformHttpRouter router(CamelContext context) {
        return context.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
                .filter(VertxPlatformHttpRouter::isMainServer).findFirst().orElseThrow();
    }
}
