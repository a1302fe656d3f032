package io.wattline.http;

import io.vertx.core.net.SocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/**
 * One route for each operation of {@code openapi.yaml}, named {@code web-<operation>}; it can be stopped and measured
 * like any other.
 */
public final class ApiRoutes extends RouteBuilder {

    /** Served by {@link EventStream}, without a route. */
    static final String EVENTS = "/api/events";

    private final HttpApi api;

    public ApiRoutes(HttpApi api) {
        this.api = api;
    }

    @Override
    public void configure() {
        api.document().operations().stream().filter(operation -> !operation.path().equals(EVENTS)).forEach(this::route);
    }

    private void route(ApiOperation operation) {
        String id = "web-" + operation.id();
        from("platform-http:" + operation.path() + "?httpMethodRestrict=" + (operation.acts() ? "POST" : "GET,HEAD"))
                .routeId(id).routeDescription(operation.summary()).errorHandler(noErrorHandler())
                .process(this::respond).id(id + "-respond").description(operation.method() + " " + operation.path());
    }

    private void respond(Exchange exchange) {
        Message message = exchange.getMessage();
        ApiResponse response = api.respond(request(message));
        // headers of the request must not become headers of the response
        message.removeHeaders("*");
        response.headers().forEach(message::setHeader);
        message.setHeader(Exchange.CONTENT_TYPE, response.contentType());
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
        message.setBody(response.body());
    }

    private static ApiRequest request(Message message) {
        SocketAddress client = message.getHeader(VertxPlatformHttpConstants.REMOTE_ADDRESS, SocketAddress.class);
        return new ApiRequest(
                message.getHeader(Exchange.HTTP_METHOD, String.class),
                message.getHeader(Exchange.HTTP_PATH, String.class),
                message.getHeader(Exchange.HTTP_RAW_QUERY, String.class),
                message.getBody(String.class),
                client == null ? null : client.hostAddress());
    }
}
