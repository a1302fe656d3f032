package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.FreePort;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first day with an address at which no source responds. */
class FirstDayTest {

    private static final Instant NOW = Instant.parse("2026-02-03T12:10:00Z");

    @Test
    void a_source_that_never_responds_is_not_taken_for_success() throws Exception {
        MovableClock clock = new MovableClock(NOW);
        Map<String, String> settings = Map.of("eniscope.api.url", "http://127.0.0.1:" + FreePort.next() + "/v1",
                "operations.look.cron", "0/1 * * * * ?", "api.retry.max", "0");
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock,
                settings, RunMode.TIMERS)) {
            String url = "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow();
            await().untilAsserted(() -> assertThat(down(get(url + "/health")))
                    .containsEntry(
                            "channels",
                            "no active channel is known, so nothing is watched; channels come "
                                    + "from the source with the metadata (metadata.sync.cron, or wattline sync)")
                    .hasEntrySatisfying(
                            "source", reason -> assertThat(reason).contains("none with a usable response")));
            JsonNode overview = get(url + "/api/overview");
            assertThat(overview.path("well").asBoolean()).isFalse();
            assertThat(overview.path("level").asText()).isEqualTo("bad");
            assertThat(overview.path("source").asText()).isEqualTo("silent");
            assertThat(overview.path("headline").asText()).startsWith("Nothing is watched: no active channel is known");
            clock.advance(Duration.ofMinutes(6));
            wattline.request("direct:alerts-check", null);
            assertThat(wattline.rows("select summary from alerts where rule = 'part-down' and state = 'firing'"))
                    .isNotEmpty();
        }
    }

    private static Map<String, String> down(JsonNode health) {
        Map<String, String> reasons = new HashMap<>();
        health.path("parts").forEach(part -> {
            if (part.path("status").asText().equals("DOWN")) {
                reasons.put(part.path("name").asText(), part.path("reason").asText());
            }
        });
        return reasons;
    }

    private static JsonNode get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return new ObjectMapper().readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }
}
