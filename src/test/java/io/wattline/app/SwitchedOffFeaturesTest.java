package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.settings.SettingsException;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Features that one key switches off, in a service whose timers run. */
class SwitchedOffFeaturesTest {

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 7), clock),
                clock,
                Map.of("readings.history", "1d", "estimation.enabled", "false", "reconciliation.enabled", "false",
                        "reports.enabled", "false"),
                RunMode.TIMERS);
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    private static ServiceStatus status(String route) {
        return wattline.context().getRouteController().getRouteStatus(route);
    }

    @Test
    void the_timers_of_a_feature_that_is_off_do_not_start_and_those_of_other_features_do() {
        for (String off : List.of(
                "estimation-timer", "reconciliation-nightly", "reconciliation-weekly", "reconciliation-ended",
                "reports-timer")) {
            assertThat(status(off)).as(off).isEqualTo(ServiceStatus.Stopped);
        }
        for (String on : List.of("reconciliation-late", "backfill-look", "quality-nightly", "gaps-find-new")) {
            assertThat(status(on)).as(on).isEqualTo(ServiceStatus.Started);
        }
    }

    @Test
    void estimation_on_request_is_refused_and_says_how_to_switch_it_on() {
        assertThatThrownBy(() -> wattline.service().estimate(List.of(), true, progress -> {}))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Estimation is switched off (estimation.enabled is false); nothing was done. "
                        + "To switch it on: ESTIMATION_ENABLED=true, or estimation.enabled=true in "
                        + "config/application.properties.");
    }

    @Test
    void reconciliation_on_request_is_refused_and_says_how_to_switch_it_on() {
        assertThatThrownBy(() -> wattline.service().reconciliations())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Reconciliation is switched off (reconciliation.enabled is false)")
                .hasMessageContaining("RECONCILIATION_ENABLED");
    }
}
