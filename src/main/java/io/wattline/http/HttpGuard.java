package io.wattline.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Stands before every route of the HTTP server: it refuses what {@link Admission} does not allow, and writes every
 * error response.
 */
final class HttpGuard {

    private final Admission admission;
    private final HttpApi api;
    private final EventStream events;
    private final OpenConnections connections;

    HttpGuard(Admission admission, HttpApi api, EventStream events, OpenConnections connections) {
        this.connections = connections;
        this.events = events;
        this.admission = admission;
        this.api = api;
    }

    /** Puts the guard before every route; called before the port is opened. */
    void install(VertxPlatformHttpRouter router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check).failureHandler(HttpGuard::fail);
        router.route(ApiRoutes.EVENTS).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(events::listen);
        events.begin(router.vertx());
        router.route().order(Integer.MAX_VALUE).handler(request -> notFound(router, request));
    }

    private void check(RoutingContext context) {
        connections.received(context);
        HttpServerResponse response = context.response();
        RequestHead request = head(context);
        SecurityHeaders.ALL.forEach(response::putHeader);
        response.putHeader("Cache-Control", SecurityHeaders.forbidStoring(request.path()) ? "no-store" : "no-cache");
        List<String> methods = api.document().methods(request.path());
        if (request.method().equals("OPTIONS") && !methods.isEmpty()) {
            response.setStatusCode(204).putHeader("Allow", String.join(", ", methods) + ", OPTIONS").end();
            return;
        }
        admission.refusal(request).ifPresentOrElse(problem -> refuse(context, request, problem), context::next);
    }

    private static RequestHead head(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new RequestHead(request.method().name(), context.normalizedPath(),
                host(request), request.getHeader("Authorization"),
                request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"), request.getHeader("Content-Type"));
    }

    /** The host of the address where it states one (RFC 9112, 3.2.2); it must agree with the header. */
    private static String host(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        String stated = request.uri().replaceFirst("^(?:[^/?#]*:)?//([^/?#]*).*", "$1");
        boolean isAbsolute = !request.uri().startsWith("/") && !stated.equals(request.uri());
        return hosts.size() != 1 || isAbsolute && !stated.equalsIgnoreCase(hosts.get(0))
                ? hosts + " and " + stated : hosts.get(0);
    }

    /** Auditing may take a while; it happens on a worker thread, so that no other request waits for it. */
    private void refuse(RoutingContext context, RequestHead request, ProblemException problem) {
        if (request.method().equals("POST")) {
            String origin = String.valueOf(context.request().remoteAddress().hostAddress());
            context.vertx().executeBlocking(() -> {
                api.refused(new ApiRequest(request.method(), request.path(), null, null, origin), problem.getMessage());
                return null;
            }, false).onComplete(audited -> send(context, problem.response()));
        } else {
            send(context, problem.response());
        }
    }

    /** No route has taken the request: the path does not exist, or only for other methods. */
    private static void notFound(Router router, RoutingContext context) {
        String path = context.normalizedPath();
        List<String> methods = router.getRoutes().stream()
                .filter(route -> path.equals(route.getPath()) && route.methods() != null)
                .flatMap(route -> route.methods().stream()).map(HttpMethod::name).distinct().toList();
        ProblemException problem = methods.isEmpty() ? new ProblemException(404, path + " does not exist")
                : ProblemException.method(context.request().method().name(), path, methods);
        send(context, problem.response());
    }

    private static void fail(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        String detail = status == 413 ? "The body is too large; allowed: " + HttpServer.BODY_MAX_BYTES + " bytes"
                : "The request failed; the log of the service has the details";
        send(context, new ProblemException(status, detail).response());
    }

    static void send(RoutingContext context, ApiResponse sent) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        response.setStatusCode(sent.status()).putHeader("Content-Type", sent.contentType());
        sent.headers().forEach(response::putHeader);
        response.end(context.request().method() == HttpMethod.HEAD ? "" : sent.body().toString());
    }
}
