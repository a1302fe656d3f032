package io.wattline.lab.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as Slack's incoming webhooks and PagerDuty's Events API v2 do, and keeps what was posted. */
public final class WebhookCatcher implements AutoCloseable {

    private static final String SLACK = "/slack";
    private static final String PAGERDUTY = "/v2/enqueue";
    /** More than either service takes: a longer body is cut. */
    private static final int BODY_BYTES_MAX = 1 << 20;

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();

    private WebhookCatcher(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port of the loopback address. */
    public static WebhookCatcher start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WebhookCatcher catcher = new WebhookCatcher(server);
            server.createContext(SLACK, exchange -> catcher.take(exchange, 200, "text/html", "ok"));
            server.createContext(PAGERDUTY, exchange -> catcher.take(exchange, 202, "application/json",
                    "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"wattline\"}"));
            server.start();
            return catcher;
        } catch (IOException e) {
            throw new UncheckedIOException("The catcher of webhooks does not start", e);
        }
    }

    /** For {@code slack.webhook.url}. */
    public String slackUrl() {
        return url(SLACK);
    }

    /** For {@code pagerduty.events-url}. */
    public String pagerDutyUrl() {
        return url(PAGERDUTY);
    }

    /** What was posted, in the order of arrival. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void take(HttpExchange exchange, int status, String contentType, String answer) throws IOException {
        try (exchange) {
            boolean isPost = exchange.getRequestMethod().equals("POST");
            String body = new String(exchange.getRequestBody().readNBytes(BODY_BYTES_MAX), StandardCharsets.UTF_8);
            if (isPost) {
                posts.add(new Post(exchange.getRequestURI().getPath(), body));
            }
            byte[] bytes = (isPost ? answer : "POST only").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", isPost ? contentType : "text/plain");
            exchange.sendResponseHeaders(isPost ? status : 405, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** One request. */
    public record Post(String path, String body) {
    }
}
