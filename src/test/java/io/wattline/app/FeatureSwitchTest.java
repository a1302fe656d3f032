package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsException;
import io.wattline.testing.MovableClock;
import io.wattline.testing.RouteFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key switches a feature off: its timers do not start, and the rest of Wattline runs. */
class FeatureSwitchTest {

    @ParameterizedTest
    @ValueSource(strings = {"estimation", "reconciliation", "reports"})
    void a_feature_that_is_switched_off_has_no_timers(String feature) {
        Settings settings = WattlineSettings.load(Path.of("").toAbsolutePath(), "prod", Map.of())
                .with(Map.of(feature + ".enabled", "false"));
        Properties properties = IdleModules.properties(settings, RunMode.TIMERS);
        assertThat(properties)
                .containsEntry("timers." + feature, "false")
                .containsEntry("timers.start", "true")
                .containsEntry("timers.gap", "true");
        assertThat(timers(feature)).isNotEmpty();
    }

    @Test
    void wattline_runs_without_estimates_where_estimation_is_switched_off() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 7), clock), clock,
                Map.of("estimation.enabled", "false"), RunMode.TIMERS)) {
            assertThat(timers("estimation"))
                    .allSatisfy(id -> assertThat(status(wattline, id)).isEqualTo(ServiceStatus.Stopped));
            assertThat(status(wattline, "poll-timer")).isEqualTo(ServiceStatus.Started);
            assertThat(status(wattline, "estimation-run"))
                    .as("routes that timers start stay, and nobody starts them")
                    .isEqualTo(ServiceStatus.Started);
            assertThatThrownBy(() -> wattline.service().estimate(List.of(), false, nothing -> { }))
                    .isInstanceOf(SettingsException.class).hasMessageContaining("estimation.enabled");
        }
    }

    /** Ids of the timers that the feature switches. */
    private static List<String> timers(String feature) {
        return RouteFiles.read().stream().flatMap(file -> file.texts().stream())
                .filter(text -> text.key().equals("autoStartup") && text.text().equals("{{timers." + feature + "}}"))
                .map(text -> text.step().id().orElseThrow()).toList();
    }

    private static ServiceStatus status(WattlineUnderTest wattline, String route) {
        return wattline.context().getRouteController().getRouteStatus(route);
    }
}
