package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.quality.CheckRequest;
import io.wattline.testing.MovableClock;
import io.wattline.testing.RootLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void a_service_with_nothing_to_do_stops_at_once_and_gracefully() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));
        WattlineUnderTest wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of("readings.history", "1d"));
        wattline.sync();
        try (RootLog log = RootLog.open()) {
            wattline.close();
            assertThat(log.lines())
                    .as("whoever waits for a time-out says so")
                    .noneMatch(line ->
                            line.startsWith("WARN") || line.startsWith("ERROR") || line.contains("graceful shutdown"));
        }
    }

    @Test
    void a_service_in_the_middle_of_long_work_asks_nothing_new_and_stops_gracefully() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-10T12:00:00Z"));
        WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(8, 1), clock), clock,
                Map.of("readings.history", "8d", "api.requests-per-second", "10"));
        wattline.sync();
        try (RootLog log = RootLog.open(); ProducerTemplate template = wattline.context().createProducerTemplate()) {
            long before = wattline.simulator().seen().total();
            Future<Object> checks =
                    template.asyncRequestBody("direct:quality-validate", new CheckRequest(7, List.of()));
            await().until(() -> wattline.simulator().seen().total() > before + 3);
            assertThat(checks).isNotDone();
            wattline.close();
            assertThat(wattline.simulator().seen().total()).as("of 56 questions").isLessThan(before + 20);
            assertThat(log.lines())
                    .noneMatch(line -> line.contains("will force shutdown") || line.contains("Forcing the routes"));
        }
    }
}
