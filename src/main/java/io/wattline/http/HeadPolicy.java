package io.wattline.http;

import java.io.Closeable;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.util.IOHelper;

/** The answer to HEAD is that of GET without its body. Vert.x leaves the body out over HTTP/1.1 alone. */
public final class HeadPolicy extends RoutePolicySupport {

    private static final String IS_HEAD = "WattlineIsHead";

    private HeadPolicy() {
    }

    /** For every route that answers over HTTP. */
    public static void apply(CamelContext context) {
        context.addRoutePolicyFactory(HeadPolicy::of);
    }

    private static RoutePolicy of(CamelContext context, String routeId, NamedNode route) {
        return route instanceof RouteDefinition definition && definition.getInput().getEndpointUri().startsWith("platform-http:") ? new HeadPolicy() : null;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        exchange.setProperty(IS_HEAD, "HEAD".equals(exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class)));
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Message answer = exchange.getMessage();
        if (exchange.getProperty(IS_HEAD, false, Boolean.class)) {
            IOHelper.close(answer.getBody() instanceof Closeable stream ? stream : null);
            answer.setBody("");
            answer.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class)); // or Camel calls it 204
        }
    }
}
