package io.wattline.http;

import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * Camel's HTTP server with bounds that Camel has no options for: connections are counted, requests must arrive in time,
 * and HTTP/2 is not spoken without TLS. Host and port come from {@link HttpSettings} alone.
 */
final class BoundedHttpServer extends VertxPlatformHttpServer {

    static final int HEADERS_MAX_BYTES = 16_384;
    static final int LINE_MAX_BYTES = 8_192;
    /** Neither side has sent a byte; an event stream sends one every 15 s. */
    private static final int IDLE_MAX_SECONDS = 120;
    private static final int START_MAX_SECONDS = 30;

    private final HttpSettings settings;
    private final OpenConnections connections;
    private final Consumer<VertxPlatformHttpRouter> guard;
    private volatile HttpServer server;

    /** @param guard puts the guard before everything else; called before the port is opened */
    BoundedHttpServer(HttpSettings settings, OpenConnections connections, Consumer<VertxPlatformHttpRouter> guard) {
        super(configuration(settings));
        this.settings = settings;
        this.connections = connections;
        this.guard = guard;
    }

    private static VertxPlatformHttpServerConfiguration configuration(HttpSettings settings) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(settings.host());
        configuration.setBindPort(settings.port());
        configuration.setServerType(VertxPlatformHttpRouter.SERVER_TYPE_SERVER);
        configuration.setMaxBodySize((long) io.wattline.http.HttpServer.BODY_MAX_BYTES);
        return configuration;
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions().setHttp2ClearTextEnabled(false).setMaxHeaderSize(HEADERS_MAX_BYTES)
                .setMaxInitialLineLength(LINE_MAX_BYTES).setIdleTimeout(IDLE_MAX_SECONDS);
    }

    @Override
    protected void startServer() throws Exception {
        VertxPlatformHttpRouter router = io.wattline.http.HttpServer.router(getCamelContext());
        guard.accept(router);
        server = getVertx().createHttpServer(options()).connectionHandler(connections::opened)
                .invalidRequestHandler(InvalidRequests::respond).requestHandler(router);
        server.listen(settings.port(), settings.host()).toCompletionStage().toCompletableFuture()
                .get(START_MAX_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public HttpServer getServer() {
        return server;
    }

    @Override
    public int getPort() {
        return server == null ? settings.port() : server.actualPort();
    }

    @Override
    protected void stopServer() {
        if (server != null) {
            getCamelContext().removeComponent(PlatformHttpConstants.PLATFORM_HTTP_COMPONENT_NAME);
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    @Override
    protected void stopVertx() {
        if (getVertx() != null) {
            getVertx().close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
