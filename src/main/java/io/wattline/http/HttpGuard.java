package io.wattline.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** The one door of the HTTP side, before every route: who is let in ({@link Admission}), and the form of every refusal and every breakdown. */
public final class HttpGuard extends SimpleEventNotifierSupport {

    private final Admission admission;
    private final HttpApi api;
    private final EventStream events;
    private volatile boolean hung;

    public HttpGuard(Admission admission, HttpApi api, EventStream events) {
        this.events = events;
        this.admission = admission;
        this.api = api;
    }

    /** Hangs the door before anything is behind it. */
    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelEvent.CamelContextRoutesStartingEvent starting) {
            hang(starting.getContext());
        }
    }

    private void hang(CamelContext context) {
        VertxPlatformHttpRouter router = HttpServer.router(context);
        router.route().order(Integer.MIN_VALUE).handler(this::knock).failureHandler(this::broken);
        router.route(ApiRoutes.EVENTS).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(events::listen);
        events.begin(router.vertx());
        router.route().order(Integer.MAX_VALUE).handler(request -> lost(router, request));
        hung = true;
    }

    boolean isHung() {
        return hung;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelEvent.CamelContextRoutesStartingEvent;
    }

    private void knock(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        SafetyHeaders.ALL.forEach(response::putHeader);
        response.putHeader("Cache-Control", SafetyHeaders.forbidStoring(context.normalizedPath()) ? "no-store" : "no-cache");
        RequestHead knock = new RequestHead(request.method().name(), context.normalizedPath(), request.authority() == null ? null : request.authority().toString(), request.getHeader("Authorization"), request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"), request.getHeader("Content-Type"));
        if (knock.method().equals("OPTIONS") && !api.document().methods(knock.path()).isEmpty()) {
            response.setStatusCode(204).putHeader("Allow", String.join(", ", api.document().methods(knock.path())) + ", OPTIONS").end();
            return;
        }
        admission.refuse(knock).ifPresentOrElse(problem -> turnAway(context, knock, problem), context::next);
    }

    /** Writing it down may take a while, which nobody else's request waits for. */
    private void turnAway(RoutingContext context, RequestHead knock, ProblemException problem) {
        if (knock.method().equals("POST")) {
            String origin = String.valueOf(context.request().remoteAddress().hostAddress());
            context.vertx().executeBlocking(() -> {
                api.refused(new WebQuery(knock.method(), knock.path(), null, null, origin), problem.getMessage());
                return null;
            }, false).onComplete(written -> tell(context, problem.answer()));
        } else {
            tell(context, problem.answer());
        }
    }

    /** No route has taken it: there is none of its path, or only for other methods. */
    private void lost(Router router, RoutingContext context) {
        String path = context.normalizedPath();
        List<String> methods = router.getRoutes().stream().filter(route -> path.equals(route.getPath()) && route.methods() != null)
                .flatMap(route -> route.methods().stream()).map(HttpMethod::name).distinct().toList();
        tell(context, methods.isEmpty() ? new ProblemException(404, "There is nothing at " + path).answer()
                : ProblemException.method(context.request().method().name(), path, methods).answer());
    }

    private void broken(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        tell(context, new ProblemException(status, status == 413 ? "The body is too large; allowed: " + HttpServer.BODY_MAX_BYTES + " bytes" : "This could not be answered").answer());
    }

    static void tell(RoutingContext context, HttpReply answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        response.setStatusCode(answer.status()).putHeader("Content-Type", answer.contentType());
        answer.headers().forEach(response::putHeader);
        response.end(context.request().method() == HttpMethod.HEAD ? "" : answer.body().toString());
    }
}
