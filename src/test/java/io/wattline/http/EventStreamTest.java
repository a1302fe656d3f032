package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What an open dashboard hears. */
class EventStreamTest {

    @Test
    void a_listener_hears_that_the_database_is_away_and_gets_the_overview_when_it_is_back() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock,
                Map.of("wattline.http.database-timeout", "1s"), RunMode.TIMERS)) {
            List<String> heard = listen(
                    "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow() + "/api/events");
            await().until(() -> heard.contains("event: overview"));
            wattline.database().goAway();
            try {
                await().until(() -> heard.contains("event: unavailable"));
                assertThat(heard).anySatisfy(line -> assertThat(line).startsWith("data: ").contains("The database "
                        + "does not respond",
                        "\"since\":\"2026-02-03T12:10:00Z\""));
            } finally {
                wattline.database().comeBack();
            }
            await().until(() -> heard.lastIndexOf("event: overview") > heard.lastIndexOf("event: unavailable"));
        }
    }

    private static List<String> listen(String address) {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(heard::add));
        return heard;
    }
}
