package io.wattline.http;

import io.wattline.export.ExportStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.RoutePolicySupport;

/** Compresses responses with gzip where the client accepts it, exports of texts as they are read. */
public final class CompressionPolicy extends RoutePolicySupport {

    private static final String ACCEPTS_GZIP = "WattlineAcceptsGzip";
    private static final Pattern GZIP = Pattern.compile("(?i)(.*[,\\s])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    private static final Pattern TEXT = Pattern.compile("(text/|application/(problem\\+json|json|atom)|image/svg).*");
    /** A response that fits into one packet gains nothing. */
    private static final int BYTES_MIN = 1_024;

    private CompressionPolicy() {
    }

    /** Applies it to every route over HTTP. */
    public static void apply(CamelContext context) {
        context.addRoutePolicyFactory(CompressionPolicy::of);
    }

    private static RoutePolicy of(CamelContext context, String routeId, NamedNode route) {
        boolean isHttp = route instanceof RouteDefinition definition
                && definition.getInput().getEndpointUri().startsWith("platform-http:");
        return isHttp ? new CompressionPolicy() : null;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        String accepted = exchange.getMessage().getHeader("Accept-Encoding", "", String.class);
        exchange.setProperty(ACCEPTS_GZIP, GZIP.matcher(accepted).matches());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Message response = exchange.getMessage();
        Object body = response.getBody();
        String type = response.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        if (!TEXT.matcher(type).matches() || !(body instanceof ExportStream) && bytes(body).length < BYTES_MIN) {
            return;
        }
        response.setHeader("Vary", "Accept-Encoding");
        if (exchange.getProperty(ACCEPTS_GZIP, false, Boolean.class)) {
            response.setHeader(Exchange.CONTENT_ENCODING, "gzip");
            response.setBody(compressed(body));
        }
    }

    private static Object compressed(Object body) {
        if (!(body instanceof ExportStream export)) {
            return gzip(bytes(body));
        }
        export.compress();
        return export;
    }

    private static byte[] bytes(Object body) {
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8)
                : body instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("A response cannot be compressed", e);
        }
        return compressed.toByteArray();
    }
}
