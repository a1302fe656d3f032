package io.wattline.lab.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.util.Arrays;
import java.util.List;

/**
 * What came in.
 *
 * @param path   its parts, decoded, without {@code /v1} and {@code /v1/1} in front
 * @param target method, path and query as sent: equal for a repeated request
 */
record Request(String method, List<String> path, Query query, String target) {

    static Request of(HttpExchange exchange) {
        List<String> parts = Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (!parts.isEmpty() && parts.get(0).equals("v1")) {
            parts = parts.subList(parts.size() > 1 && parts.get(1).equals("1") ? 2 : 1, parts.size());
        }
        return new Request(exchange.getRequestMethod(), parts, Query.of(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestMethod() + " " + exchange.getRequestURI());
    }

    String pathText() {
        return "/" + String.join("/", path);
    }
}
