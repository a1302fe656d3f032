package io.wattline.eniscope;

import static io.wattline.eniscope.SourceUnderTest.LIST;
import static io.wattline.eniscope.SourceUnderTest.readings;
import static io.wattline.eniscope.SourceUnderTest.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.wattline.source.BreakdownException;
import io.wattline.source.RefusedException;
import io.wattline.testing.OddSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code eniscope-exchange}: what is sent, how long retries wait, and responses that are too large, too slow or
 * missing.
 */
class OddResponsesTest {

    private static final OddSource SOURCE = new OddSource();
    private static SourceUnderTest api;

    @BeforeAll
    static void start() {
        api = new SourceUnderTest(Map.of(
                "eniscope.api.url",
                SOURCE.url(),
                "api.answer-timeout",
                "1s",
                "api.response-timeout",
                "700ms",
                "api.retry.max",
                "3",
                "api.retry.delay",
                "100ms",
                "api.retry.delay-max",
                "10s",
                "api.answer-max-bytes",
                "1000000",
                "api.breaker.calls-min",
                "1000",
                "api.breaker.calls",
                "1000"));
    }

    @AfterAll
    static void stop() {
        api.close();
        SOURCE.close();
    }

    @Test
    void a_question_carries_key_token_and_a_user_agent_of_its_own_and_nothing_else_of_ours() {
        SOURCE.answer(exchange -> OddSource.send(exchange, 200, "{}"));
        api.wattline.request(
                "direct:eniscope-ask", readings(), Map.of("runId", 7L, "X-Inside", "secret", "CamelHttpQuery", "x=y"));
        OddSource.Asked asked = SOURCE.asked().get(0);
        assertThat(asked.target())
                .isEqualTo("/v1/readings/61001?" + readings().query())
                .contains("fields%5B%5D=E&fields%5B%5D=P");
        assertThat(asked.headers().getFirst("User-Agent")).startsWith("Wattline/");
        assertThat(asked.headers().getFirst("X-Eniscope-API")).isEqualTo("demo-key");
        assertThat(asked.headers().getFirst("X-Eniscope-Token")).isEqualTo("odd-token");
        assertThat(asked.headers().getFirst("Accept")).isEqualTo("text/json");
        assertThat(asked.headers().keySet())
                .isSubsetOf(
                        "User-agent",
                        "X-eniscope-api",
                        "X-eniscope-token",
                        "Accept",
                        "Host",
                        "Connection",
                        "Accept-encoding");
    }

    @Test
    void the_pauses_between_tries_double_with_jitter() {
        List<List<Long>> runs = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            SOURCE.answer(exchange -> OddSource.send(exchange, 500, "Internal Server Error"));
            assertThat(api.failure(LIST)).isInstanceOf(BreakdownException.class);
            runs.add(pausesMillis());
        }
        assertThat(runs).allSatisfy(pauses -> {
            assertThat(pauses).hasSize(3);
            assertThat(pauses.get(0)).isGreaterThanOrEqualTo(70);
            assertThat(pauses.get(1)).isGreaterThanOrEqualTo(98);
            assertThat(pauses.get(2)).isGreaterThanOrEqualTo(137);
        });
        assertThat(runs.stream().map(pauses -> pauses.get(2)).distinct()).as("jitter").hasSizeGreaterThan(1);
    }

    private static List<Long> pausesMillis() {
        List<OddSource.Asked> asked = SOURCE.asked();
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < asked.size(); i++) {
            pauses.add((asked.get(i).nanos() - asked.get(i - 1).nanos()) / 1_000_000);
        }
        return pauses;
    }

    @Test
    void retry_after_may_be_a_date() {
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                SourceUnderTest.NOW.plusSeconds(2).atOffset(ZoneOffset.UTC));
        SOURCE.answer(exchange -> {
            if (SOURCE.asked().size() == 1) {
                exchange.getResponseHeaders().set("Retry-After", soon);
            }
            OddSource.send(exchange, SOURCE.asked().size() == 1 ? 429 : 200, "{}");
        });
        assertThat(time(() -> api.ask(LIST))).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void retry_after_of_a_good_answer_or_one_that_cannot_be_read_changes_nothing() {
        SOURCE.answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "in a while");
            OddSource.send(exchange, SOURCE.asked().size() == 1 ? 429 : 200, "{}");
        });
        assertThat(time(() -> api.ask(LIST))).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_answer_over_the_size_limit_is_refused_after_one_request_and_not_read_to_its_end() {
        CountDownLatch gone = new CountDownLatch(1);
        SOURCE.answer(exchange -> endless(exchange, gone, 0));
        assertThat(time(() -> assertThat(api.failure(LIST))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("list of organizations")
                        .hasMessageContaining("1000000 bytes")
                        .hasMessageContaining("api.answer-max-bytes")))
                .isLessThan(Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(gone.getCount()).as("connection still open").isZero());
        assertThat(SOURCE.asked()).hasSize(1);
    }

    @Test
    void an_answer_that_trickles_is_given_up_after_the_answer_timeout() {
        CountDownLatch gone = new CountDownLatch(4);
        SOURCE.answer(exchange -> endless(exchange, gone, 100));
        assertThat(time(() -> assertThat(api.failure(readings()))
                        .isInstanceOf(BreakdownException.class)
                        .hasMessageContaining("channel 61001")
                        .hasMessageContaining("api.answer-timeout")))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(gone.getCount()).as("connections still open").isZero());
    }

    /** Sends until the client goes, which counts {@code gone} down. */
    private static void endless(HttpExchange exchange, CountDownLatch gone, long pauseMillis) {
        byte[] chunk = new byte[pauseMillis > 0 ? 10 : 100_000];
        Arrays.fill(chunk, (byte) ' ');
        try {
            exchange.sendResponseHeaders(200, 0);
            for (long i = 0; i < 1_000_000; i++) {
                exchange.getResponseBody().write(chunk);
                exchange.getResponseBody().flush();
                Thread.sleep(pauseMillis);
            }
        } catch (IOException e) {
            gone.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_answer_in_gzip_is_read() {
        SOURCE.answer(exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write("{\"packed\":1}".getBytes());
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        assertThat(new String(api.ask(LIST))).isEqualTo("{\"packed\":1}");
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() {
        try (OddSource other = new OddSource()) {
            other.answer(exchange -> OddSource.send(exchange, 200, "{}"));
            SOURCE.answer(exchange -> {
                exchange.getResponseHeaders().set("Location", other.url() + "/v1/organizations");
                OddSource.send(exchange, 302, "");
            });
            assertThat(api.failure(LIST)).isInstanceOf(RefusedException.class).hasMessageContaining("302");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void a_host_that_takes_no_connection_is_a_breakdown_with_the_question() {
        // 192.0.2.0/24 is for documentation: nothing answers there, or the network says so at once
        try (SourceUnderTest away = new SourceUnderTest(Map.of(
                "eniscope.api.url", "http://192.0.2.1:9", "api.connect-timeout", "300ms", "api.retry.max", "1"))) {
            assertThat(time(() -> assertThat(away.failure(readings()))
                            .isInstanceOf(BreakdownException.class)
                            .hasMessageContaining("channel 61001")
                            .hasMessageContaining("no session")))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }
}
