package io.wattline.app;

import static io.wattline.testing.GuestRoute.GUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.health.Health;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wattline starts while a file of routes/ has a mistake. */
class RoutesRestartTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-08T00:10:00Z"));

    @Test
    void the_routes_that_ran_last_run_at_a_restart_and_the_mistake_is_told(@TempDir Path folder) throws IOException {
        Path home = TestHome.copyTo(folder);
        Path guest = home.resolve("routes/guest.camel.yaml");
        Files.writeString(guest, GUEST);
        try (WattlineUnderTest wattline = start(home, folder)) {
            assertThat(wattline.context().getRoute("guest-a").getDescription()).isEqualTo("A route of the test.");
            assertThat(routeEdits(wattline)).isEmpty();
        }
        Files.writeString(guest, GUEST.replace("log:guest", "exec:sh"));
        Path made = folder.resolve("made");
        Files.writeString(home.resolve("routes/maker.camel.yaml"), "- beans: [{name: x, type: "
                + "java.io.FileOutputStream, constructors: {\"0\": " + made + "}}]\n");
        try (CapturedLog log = CapturedLog.open(); WattlineUnderTest wattline = start(home, folder)) {
            assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR Routes: ")
                    && line.contains("has a mistake. The routes that ran last run in their place")
                    && line.contains("guest.camel.yaml, line 18: endpoint 'exec:'"));
            assertThat(wattline.context().getRoute("guest-a")).isNotNull();
            assertThat(wattline.context().getRoute("poll-cycle")).isNotNull();
            assertThat(made).doesNotExist();
            assertThat(routeEdits(wattline)).contains("The routes that ran last run in place of those of",
                    "guest.camel.yaml, line 18: endpoint 'exec:'");
            Files.delete(home.resolve("routes/maker.camel.yaml"));
            Files.writeString(guest, GUEST.replace("A route of the test.", "Corrected."));
            await().until(() -> wattline.context().getRoutes().stream().map(Route::getDescription)
                    .anyMatch("Corrected."::equals));
            await().until(() -> routeEdits(wattline).isEmpty());
        }
    }

    @Test
    void a_mistake_that_only_camel_knows_does_not_end_the_start(@TempDir Path folder) throws IOException {
        Path home = TestHome.copyTo(folder);
        Files.writeString(home.resolve("routes/guest.camel.yaml"), GUEST.replace("log:guest", "log:guest?level=LOUD"));
        try (WattlineUnderTest wattline = start(home, folder)) {
            assertThat(wattline.context().getRoute("poll-cycle")).isNotNull();
            assertThat(wattline.context().getRoute("guest-a")).isNull();
            assertThat(routeEdits(wattline)).contains("The routes of the program run", "guest.camel.yaml");
        }
    }

    private static WattlineUnderTest start(Path home, Path folder) {
        return WattlineUnderTest.start(home, SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK,
                Map.of("routes.last-good", folder.resolve("last").toString()), RunMode.TIMERS, Map.of());
    }

    private static String routeEdits(WattlineUnderTest wattline) {
        Health health = (Health) wattline.context().getRegistry().lookupByName("health");
        health.check();
        return health.troubles().stream().filter(each -> each.part().equals("route-edits")).map(Health.Trouble::reason)
                .findFirst().orElse("");
    }
}
