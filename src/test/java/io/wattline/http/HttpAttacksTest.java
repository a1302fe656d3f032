package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Attacks on the HTTP server that send raw bytes: odd spellings, smuggling, slow senders, too many of them. */
class HttpAttacksTest {

    private static final int SLOW_SENDERS = 60;
    private static ApiUnderTest api;

    @BeforeAll
    static void start() {
        api = ApiUnderTest.start(Map.of("wattline.http.request-timeout", "1s",
                "wattline.http.connections-per-address-max", "260"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void metrics_and_health_need_the_token_in_every_spelling() throws Exception {
        for (String path : List.of(
                "/metrics",
                "/metrics/",
                "//metrics",
                "/./metrics",
                "/x/../metrics",
                "/%6detrics",
                "/metrics?x",
                "/metrics/?x",
                "/metrics%2f",
                "/health/",
                "/health//live",
                "/%68ealth",
                "/dashboard/../metrics",
                "/dashboard/%2e%2e/metrics",
                "/api/../metrics",
                "/metrics;a=b",
                "/METRICS")) {
            assertThat(status(path, "localhost")).as(path).isIn(401, 404);
            assertThat(send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(path).doesNotContain("wattline_").doesNotContain("\"parts\"");
        }
        assertThat(send("GET /metrics/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ApiUnderTest.TOKEN
                + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200").contains("wattline_");
    }

    @Test
    void a_foreign_host_port_or_absolute_address_is_refused() throws Exception {
        int port = URI.create(api.url()).getPort();
        for (String host : List.of("evil.example.com", "localhost:1", "999.999.999.999", "127.0.0.1:1")) {
            assertThat(status("/api/overview", host)).as(host).isEqualTo(421);
        }
        assertThat(status("/api/overview", "localhost, evil.example.com")).isEqualTo(400);
        assertThat(status("/api/overview", "localhost:" + port)).isEqualTo(200);
        assertThat(status("http://evil.example.com/api/overview", "localhost")).isEqualTo(421);
        assertThat(status("http://localhost/api/overview", "localhost")).isEqualTo(200);
        assertThat(send("GET /api/overview HTTP/1.1\r\nHost: localhost\r\nHost: evil.example.com\r\nConnection: close"
                + "\r\n\r\n")).matches("(?s)HTTP/1.1 4(00|21) .*");
        assertThat(send("GET /api/overview HTTP/1.1\r\nConnection: close\r\n\r\n")).matches("(?s)HTTP/1.1 4(00|21) .*");
    }

    @Test
    void what_is_too_long_or_no_request_gets_a_problem() throws Exception {
        assertThat(send("GET /api/overview?q=" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .contains(" 414 ").contains("application/problem+json").contains("\"title\":\"URI Too Long\"")
                .contains("nosniff");
        assertThat(send("GET /api/overview HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .contains(" 431 ").contains("application/problem+json").contains("16384");
        assertThat(send("this is nonsense\r\n\r\n")).contains(" 400 ").contains("application/problem+json");
    }

    @Test
    void a_second_request_is_not_smuggled_in_the_body_of_the_first() throws Exception {
        String hidden = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (String lengths : List.of("Content-Length: 4\r\nContent-Length: 50", "Content-Length: "
                + "0\r\nTransfer-Encoding: chunked", "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, "
                + "identity", "Content-Length: "
                + "-1")) {
            String answer = send("POST /api/ingestion/pause HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + lengths + "\r\n\r\n0\r\n\r\n" + hidden);
            assertThat(answer).as(lengths).doesNotContain("wattline_").doesNotContain("HTTP/1.1 2");
        }
    }

    @Test
    void http_2_without_tls_is_not_spoken() throws Exception {
        assertThat(send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).contains(" 501 ");
        assertThat(send("GET /api/overview HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void slow_senders_of_headers_and_bodies_are_closed_and_nobody_else_waits() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int n = 0; n < SLOW_SENDERS; n++) {
            Socket socket = connect();
            socket.getOutputStream()
                    .write((n % 2 == 0
                                    ? "GET /api/overview HTTP/1.1\r\nHost: localh"
                                    : "POST /api/ingestion/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                            + ApiUnderTest.TOKEN
                                            + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        assertThat(status("/api/overview", "localhost")).isEqualTo(200);
        for (Socket socket : slow) {
            socket.setSoTimeout(20_000);
            assertThat(ends(socket)).isTrue();
        }
    }

    @Test
    void a_connection_is_used_for_many_requests_and_for_one_that_takes_longer_than_a_sender_may() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(40_000);
            String heard = "";
            while (!heard.contains(": heartbeat")) {
                heard += new String(socket.getInputStream().readNBytes(1), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void exactly_a_hundred_listeners_are_served_however_many_come_at_once() throws Exception {
        int port = URI.create(api.url()).getPort();
        ExecutorService many = Executors.newFixedThreadPool(50);
        List<Socket> sockets = new ArrayList<>();
        try {
            List<Future<String>> first = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                Socket socket = new Socket("127.0.0.1", port);
                sockets.add(socket);
                first.add(many.submit(() -> {
                    socket.setSoTimeout(30_000);
                    socket.getOutputStream().write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                }));
            }
            int served = 0;
            for (Future<String> line : first) {
                served += line.get().equals("HTTP/1.1 200") ? 1 : 0;
            }
            assertThat(served).isEqualTo(100);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
            many.shutdownNow();
        }
        await().untilAsserted(() -> assertThat(send("HEAD /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: close"
                + "\r\n\r\n")).startsWith("HTTP/1.1 200"));
        await().untilAsserted(() -> assertThat(firstLine("/api/events")).isEqualTo("HTTP/1.1 200"));
    }

    @Test
    void connections_of_one_address_are_limited() throws Exception {
        List<Socket> open = new ArrayList<>();
        int refused = 0;
        try {
            for (int n = 0; n < 300; n++) {
                open.add(connect());
            }
            for (Socket socket : open.subList(270, 300)) {
                refused += ends(socket) ? 1 : 0;
            }
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        assertThat(refused).isEqualTo(30);
        await().untilAsserted(() -> assertThat(status("/api/overview", "localhost")).isEqualTo(200));
    }

    @Test
    void nothing_outside_the_dashboard_is_read_from_disk_or_jar() throws Exception {
        for (String path : List.of(
                "/dashboard/../openapi.yaml",
                "/dashboard/%2e%2e/openapi.yaml",
                "/dashboard/..%2fopenapi.yaml",
                "/dashboard/%2e%2e%2f%2e%2e%2fetc/passwd",
                "/dashboard/..\\openapi.yaml",
                "/dashboard//etc/passwd",
                "/dashboard/app.js%00.txt",
                "/dashboard/%252e%252e/openapi.yaml",
                "/dashboard/./../config/application.properties",
                "/../../etc/passwd")) {
            assertThat(send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).as(path)
                    .matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("openapi:").doesNotContain("root:");
        }
    }

    private static String firstLine(String path) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private static int status(String target, String host) throws IOException {
        String answer = send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** All that comes back until the server closes the connection. */
    private static String send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) {
        StringBuilder all = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.append((char) next);
            }
        } catch (IOException e) {
            // the connection was reset, or stays open: what came is the answer
        }
        return all.toString();
    }

    private static boolean ends(Socket socket) {
        try {
            socket.setSoTimeout(20_000);
            while (socket.getInputStream().read() >= 0) {
                // the problem before the end
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Socket connect() throws IOException {
        return new Socket("127.0.0.1", URI.create(api.url()).getPort());
    }
}
