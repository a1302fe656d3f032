package io.wattline.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.RootLog;
import io.wattline.testing.Scrape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * {@code errors}: a route that starts something and breaks down says so once, is counted, and works at its next turn.
 */
class ErrorsRoutesTest {

    @Test
    void a_breakdown_of_a_timer_is_said_once_and_counted_and_the_next_turn_works() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        SimulatorSettings source = SimulatorSettings.of(Plant.of(2, 1), clock)
                .withFaults(Set.of(Fault.HTML_WITH_200))
                .withShare(1);
        try (RootLog log = RootLog.open();
                WattlineUnderTest wattline = WattlineUnderTest.start(
                        source,
                        clock,
                        Map.of(
                                "metadata.sync.cron",
                                "0/1 * * * * ?",
                                "api.retry.max",
                                "0",
                                "api.breaker.calls",
                                "1000",
                                "api.breaker.calls-min",
                                "1000"),
                        RunMode.TIMERS)) {
            await().until(() -> breakdowns(wattline) >= 2);
            wattline.simulator().faults().set(List.of());
            await().until(() -> (long) wattline.value("select count(*) from channels") == 2);

            // the last one is counted before it is said
            await().untilAsserted(() -> assertThat(said(log)).hasSize((int) breakdowns(wattline)));
            assertThat(said(log)).allSatisfy(line -> assertThat(line)
                    .contains("Breakdowns")
                    .contains("broke down")
                    .contains("list of organizations"));
            assertThat(log.lines())
                    .as("not a second time by Camel")
                    .noneMatch(line -> line.matches("(?s)(ERROR|WARN) org\\.apache\\.camel\\.processor.*"));
        }
    }

    private static List<String> said(RootLog log) {
        return log.lines().stream().filter(line -> line.startsWith("ERROR")).toList();
    }

    private static double breakdowns(WattlineUnderTest wattline) {
        return Scrape.of(wattline).sum("wattline_breakdowns_total{");
    }
}
