package io.wattline.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A source that lets everybody log in and then answers as a test says: for what not even the simulator does. Keeps what
 * was asked.
 */
public final class OddSource implements AutoCloseable {

    /** How to answer a question. */
    public interface Oddity {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A question, when it came by the machine's clock, and its headers. */
    public record Asked(long nanos, String target, Headers headers) {
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Oddity oddity;

    public OddSource() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** From now on questions are answered so; forgets what was asked before. */
    public void answer(Oddity next) {
        oddity = next;
        asked.clear();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Log-ins left out. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                exchange.getResponseHeaders().set("X-Eniscope-Token", "odd-token");
                send(exchange, 200, "{}");
            } else {
                asked.add(new Asked(
                        System.nanoTime(), exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
                oddity.answer(exchange);
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
