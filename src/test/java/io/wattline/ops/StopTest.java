package io.wattline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.WattlineUnderTest;
import io.wattline.simulator.Plant;
import io.wattline.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.RootLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void a_service_with_nothing_to_do_stops_at_once_and_gracefully() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));
        WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of("readings.history", "1d"));
        wattline.sync();
        try (RootLog log = RootLog.open()) {
            long start = System.nanoTime();
            wattline.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(log.lines()).noneMatch(line -> line.contains("graceful shutdown"));
        }
    }
}
