package io.wattline.http;

import io.vertx.core.net.SocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/** One route for each operation of {@code openapi.yaml}, named {@code web-<operation>}: it can be stopped, counted and watched like any other. */
public final class ApiRoutes extends RouteBuilder {

    /** Answered by {@link EventStream}. */
    static final String EVENTS = "/api/events";

    private final HttpApi api;

    public ApiRoutes(HttpApi api) {
        this.api = api;
    }

    @Override
    public void configure() {
        for (Operation operation : api.document().operations().stream().filter(each -> !each.path().equals(EVENTS)).toList()) {
            String id = "web-" + operation.id();
            from("platform-http:" + operation.path() + "?httpMethodRestrict=" + (operation.acts() ? "POST" : "GET,HEAD"))
                    .routeId(id).routeDescription(operation.summary()).errorHandler(noErrorHandler())
                    .process(this::answer).id(id + "-answer").description(operation.method() + " " + operation.path());
        }
    }

    private void answer(Exchange exchange) {
        Message message = exchange.getMessage();
        SocketAddress caller = message.getHeader(VertxPlatformHttpConstants.REMOTE_ADDRESS, SocketAddress.class);
        HttpReply answer = api.answer(new WebQuery(message.getHeader(Exchange.HTTP_METHOD, String.class), message.getHeader(Exchange.HTTP_PATH, String.class),
                message.getHeader(Exchange.HTTP_RAW_QUERY, String.class), message.getBody(String.class), caller == null ? null : caller.hostAddress()));
        // the question's headers are not part of the answer
        message.removeHeaders("*");
        answer.headers().forEach(message::setHeader);
        message.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setBody(answer.body());
    }
}
