package io.wattline.http;

import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/** The HTTP side: where it listens, and what hangs there. */
public final class HttpServer {

    /** The longest body that is read: actions are short. */
    public static final int BODY_MAX_BYTES = 65_536;

    private HttpServer() {
    }

    /** The port it listens on, also where {@code wattline.http.port} is 0 and the system chose one; empty where there is no HTTP. */
    public static OptionalInt port(CamelContext context) {
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        return server == null ? OptionalInt.empty() : OptionalInt.of(server.getPort());
    }

    /** What all requests go through; profile dev has a second one, for developers' tools. */
    static VertxPlatformHttpRouter router(CamelContext context) {
        return context.getRegistry().findByType(VertxPlatformHttpRouter.class).stream().filter(VertxPlatformHttpRouter::isMainServer).findFirst().orElseThrow();
    }

    /** Nobody is served without the door: Camel goes on when hanging it fails. */
    public static void requireDoor(CamelContext context) {
        boolean open = context.getManagementStrategy().getEventNotifiers().stream().anyMatch(notifier -> notifier instanceof HttpGuard door && !door.isHung());
        if (open) {
            throw new IllegalStateException("The door of the HTTP side could not be hung, see the log; nobody is let in without it");
        }
    }
}
