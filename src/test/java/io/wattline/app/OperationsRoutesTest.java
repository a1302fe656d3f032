package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.http.HttpServer;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.RouteFiles;
import io.wattline.testing.Scrape;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code operations}, over HTTP, of a service that polls on its timers. */
class OperationsRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Instant NOW = Instant.parse("2026-02-03T12:10:00Z");

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(NOW);
        SimulatorSettings source = SimulatorSettings.of(Plant.of(2, 1), clock).withFaults(Set.of(Fault.BAD_VALUES));
        wattline = WattlineUnderTest.start(
                source,
                clock,
                Map.of(
                        "readings.history",
                        "3d",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "views.refresh.cron",
                        "0/1 * * * * ?",
                        "operations.look.cron",
                        "0/1 * * * * ?",
                        "database.connect-timeout",
                        "20s"),
                RunMode.TIMERS);
        await().until(() ->
                (long) wattline.value("select count(*) from poll_state where last_reading_at is not null") == 2);
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @Test
    void all_is_well_and_each_part_says_so() throws Exception {
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode health = JSON.readTree(answer.body());
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("parts").findValuesAsText("name"))
                .containsExactly(
                        "database", "routes", "source", "account", "spool", "disk", "timers", "messages", "channels",
                        "readings", "route-edits", "clock");
        assertThat(health.path("parts").findValuesAsText("status")).containsOnly("UP");
    }

    @Test
    void the_materialized_views_follow_the_readings_on_their_timer() {
        await().until(() -> (Boolean) wattline.value(
                "select count(*) > 0 and coalesce(sum(reading_count), 0) = (select count(*) from readings) "
                        + "from mv_hourly_usage"));
    }

    @Test
    void readiness_asks_for_what_it_cannot_work_without_and_liveness_for_nothing() throws Exception {
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(ready.body()).path("parts").findValuesAsText("name"))
                .containsExactly("database", "routes");
        HttpResponse<String> live = get("/health/live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(live.body()).path("status").asText()).isEqualTo("UP");
    }

    @Test
    void a_database_that_is_away_is_named_with_reason_and_since_when_and_the_process_lives_on() throws Exception {
        wattline.database().goAway();
        try {
            long start = System.nanoTime();
            HttpResponse<String> answer = get("/health");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("no longer than monitoring waits")
                    .isLessThan(Duration.ofSeconds(9));
            assertThat(answer.statusCode()).isEqualTo(503);
            JsonNode part = JSON.readTree(answer.body()).path("parts").get(0);
            assertThat(part.path("name").asText()).isEqualTo("database");
            assertThat(part.path("status").asText()).isEqualTo("DOWN");
            assertThat(part.path("since").asText()).isEqualTo(NOW.toString());
            assertThat(part.path("reason").asText()).isNotBlank();
            assertThat(get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(get("/health/live").statusCode()).isEqualTo(200);
            assertThat(get("/metrics").statusCode()).isEqualTo(200);
        } finally {
            wattline.database().comeBack();
        }
        await().until(() -> get("/health").statusCode() == 200);
        assertThat(JSON.readTree(get("/health").body()).path("parts").get(0).has("since")).isFalse();
    }

    @Test
    void metrics_count_readings_requests_lag_and_batches() throws Exception {
        await("every channel is read, the counters have followed, and what the database has to be asked for is known")
                .untilAsserted(() -> {
                    assertThat(wattline.value("select count(*) from poll_state where cursor >= '2026-02-03T12:00:00Z' "
                                    + "and last_success_at is not null"))
                            .isEqualTo(2L);
                    Scrape now = new Scrape(get("/metrics").body());
                    assertThat(now.value("wattline_readings_kept_total{result=\"inserted\"}"))
                            .isEqualTo(((Number) wattline.value("select count(*) from readings")).doubleValue());
                    assertThat(now.value("wattline_polls_total{result=\"ok\"}")).isGreaterThanOrEqualTo(2);
                    assertThat(now.value("wattline_operations_look_timestamp_seconds"))
                            .isPositive();
                });
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
        Scrape scrape = new Scrape(answer.body());
        double kept = ((Number) wattline.value("select count(*) from readings")).doubleValue();
        double rejected = ((Number) wattline.value("select count(*) from dead_letters")).doubleValue();
        assertThat(kept).isGreaterThan(500);
        assertThat(rejected).isPositive();
        assertThat(scrape.value("wattline_readings_fetched_total")).isGreaterThanOrEqualTo(kept + rejected);
        assertThat(scrape.sum("wattline_readings_rejected_total{rule=")).isGreaterThanOrEqualTo(rejected);
        assertThat(scrape.value("wattline_api_requests_seconds_count{outcome=\"ok\"}")).isGreaterThanOrEqualTo(6);
        assertThat(scrape.value("wattline_batches_seconds_count{outcome=\"ok\"}")).isGreaterThanOrEqualTo(2);
        assertThat(scrape.value("wattline_batches_seconds_sum{outcome=\"ok\"}")).isPositive();
        assertThat(scrape.value("wattline_api_breaker_state{state=\"closed\"}")).isEqualTo(1);
        assertThat(scrape.value("wattline_api_breaker_state{state=\"open\"}")).isZero();
        double lag = ((Number) wattline.value("select extract(epoch from ?::timestamptz - min(cursor))::float8 "
                + "from poll_state", NOW.toString())).doubleValue();
        assertThat(scrape.value("wattline_ingestion_lag_seconds")).isEqualTo(lag);
        assertThat(scrape.value("wattline_ingestion_last_success_timestamp_seconds")).isEqualTo(NOW.getEpochSecond());
        assertThat(scrape.text()).contains("jvm_memory_used_bytes").doesNotContain(" NaN");
    }

    @Test
    void only_questions_are_answered() throws Exception {
        for (String path : new String[] {"/health", "/health/ready", "/health/live", "/metrics"}) {
            HttpRequest post = HttpRequest.newBuilder(URI.create(url() + path))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(HTTP.send(post, BodyHandlers.ofString()).statusCode()).as("POST " + path).isEqualTo(405);
        }
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).doesNotContain("Exception");
    }

    @Test
    void it_listens_on_the_host_of_the_settings_only() {
        int port = HttpServer.port(wattline.context()).orElseThrow();
        assertThat(port).isPositive();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port))
                .as("another address of this machine")
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void headers_of_the_question_are_not_part_of_the_answer() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health"))
                .header("X-Mine", "1")
                .header("Authorization", "Bearer x")
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).headers().map().keySet())
                .doesNotContain("x-mine", "authorization", "host", "user-agent");
    }

    @Test
    void every_route_over_http_drops_the_headers_of_the_request() {
        // the dashboard needs the question's headers: it answers whether the browser has the newest file
        assertThat(RouteFiles.routes().stream()
                        .filter(route -> route.input().startsWith("platform-http:")
                                && !route.capability().equals("dashboard")))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.step().text("routeConfigurationId"))
                        .as(route.id())
                        .contains("operations-http"));
    }

    @Test
    void with_a_token_nobody_is_answered_without_it() throws Exception {
        MovableClock clock = new MovableClock(NOW);
        try (WattlineUnderTest guarded = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), clock),
                clock,
                Map.of("wattline.http.token", "a-token-of-sixteen-or-more"),
                RunMode.TIMERS)) {
            String url = "http://127.0.0.1:" + HttpServer.port(guarded.context()).orElseThrow();
            for (String path : new String[] {"/health", "/health/live", "/health/ready", "/metrics"}) {
                assertThat(status(url + path, null)).as(path).isEqualTo(401);
                assertThat(status(url + path, "Bearer another-token-of-sixteen")).as(path).isEqualTo(401);
                assertThat(status(url + path, "Basic a-token-of-sixteen-or-more")).as(path).isEqualTo(401);
            }
            assertThat(status(url + "/health", "Bearer a-token-of-sixteen-or-more")).isEqualTo(200);
            assertThat(status(url + "/metrics", "Bearer a-token-of-sixteen-or-more")).isEqualTo(200);
        }
    }

    private static int status(String url, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String url() {
        return "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow();
    }
}
