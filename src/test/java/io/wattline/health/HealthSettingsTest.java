package io.wattline.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthSettingsTest {

    @Test
    void defaults() {
        assertThat(Settings.defaults(HealthSettings.class, Map.of()))
                .isEqualTo(
                        new HealthSettings(5, Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(10)));
        assertThat(Settings.defaults(OperationsSettings.class, Map.of()))
                .isEqualTo(new OperationsSettings(new Cron("0/15 * * * * ?"), new Cron("0 5 * * * ?")));
    }

    @Test
    void every_key_sets_its_value() {
        assertThat(Settings.defaults(HealthSettings.class, Map.of(
                "health.disk-free-min", "10", "health.timer-late-max", "1m", "health.message-age-max", "12h",
                "health.canary-age-max", "3m")))
                .isEqualTo(new HealthSettings(10, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofMinutes(3)));
        assertThat(Settings.defaults(OperationsSettings.class, Map.of(
                "operations.look.cron", "0 * * * * ?", "views.refresh.cron", "30 * * * * ?")))
                .isEqualTo(new OperationsSettings(new Cron("0 * * * * ?"), new Cron("30 * * * * ?")));
    }
}
