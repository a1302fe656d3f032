package io.wattline.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands between Wattline and the simulated source and changes answers of {@code /readings/}: what the simulator would
 * never say.
 */
public final class TamperingProxy implements AutoCloseable {

    private static final Set<String> PASSED_ON =
            Set.of("x-eniscope-api", "x-eniscope-token", "authorization", "user-agent", "accept");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final UnaryOperator<String> change;
    private volatile String target;

    private TamperingProxy(UnaryOperator<String> change) throws IOException {
        this.change = change;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static TamperingProxy start(UnaryOperator<String> change) {
        try {
            return new TamperingProxy(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The true source, with {@code /v1}. */
    public void passOnTo(String url) {
        target = url;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString().replaceFirst("^/v1", "");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + path))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
            exchange.getRequestHeaders().forEach((name, values) -> values.stream()
                    .filter(value -> PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT)))
                    .forEach(value -> request.header(name, value)));
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = path.startsWith("/readings/") && answer.statusCode() == 200
                    ? change.apply(answer.body())
                    : answer.body();
            answer.headers().firstValue("X-Eniscope-Token").ifPresent(token -> exchange.getResponseHeaders()
                    .set("X-Eniscope-Token", token));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
