package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.FreePort;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpGuardTest {

    @Test
    void the_guard_is_installed_also_when_developer_tools_have_their_own_port() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        Map<String, String> settings = Map.of(
                "camel.management.enabled",
                "true",
                "camel.management.host",
                "127.0.0.1",
                "camel.management.port",
                String.valueOf(FreePort.next()),
                "wattline.http.token",
                "a-token-of-sixteen-or-more");
        try (WattlineUnderTest wattline =
                WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, settings, RunMode.TIMERS)) {
            URI pause = URI.create(
                    "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow() + "/api/ingestion/pause");
            HttpRequest request = HttpRequest.newBuilder(pause)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"by\": \"ann\"}"))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }
}
