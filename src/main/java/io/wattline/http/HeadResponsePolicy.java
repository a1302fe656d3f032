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

/** Makes the response to HEAD that of GET without its body. Vert.x leaves out the body over HTTP/1.1 only. */
public final class HeadResponsePolicy extends RoutePolicySupport {

    private static final String IS_HEAD = "WattlineIsHead";

    private HeadResponsePolicy() {
    }

    /** Applies it to every route over HTTP. */
    public static void apply(CamelContext context) {
        context.addRoutePolicyFactory(HeadResponsePolicy::of);
    }

    private static RoutePolicy of(CamelContext context, String routeId, NamedNode route) {
        boolean isHttp = route instanceof RouteDefinition definition
                && definition.getInput().getEndpointUri().startsWith("platform-http:");
        return isHttp ? new HeadResponsePolicy() : null;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        exchange.setProperty(IS_HEAD, "HEAD".equals(exchange.getMessage()
                .getHeader(Exchange.HTTP_METHOD, String.class)));
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Message response = exchange.getMessage();
        if (exchange.getProperty(IS_HEAD, false, Boolean.class)) {
            IOHelper.close(response.getBody() instanceof Closeable stream ? stream : null);
            response.setBody("");
            // without an explicit status Camel makes it 204
            int status = response.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
            response.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        }
    }
}
