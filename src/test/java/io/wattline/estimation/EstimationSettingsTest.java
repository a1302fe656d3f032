package io.wattline.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimationSettingsTest {

    @Test
    void estimation_runs_every_hour_and_tries_a_gap_again_after_a_day() {
        assertThat(Settings.defaults(EstimationSettings.class, Map.of()))
                .isEqualTo(new EstimationSettings(true, new Cron("0 40 * * * ?"), Duration.ofHours(24)));
    }

    @Test
    void every_key_sets_its_value() {
        Map<String, String> values =
                Map.of("estimation.enabled", "false", "estimation.cron", "1 * * * * ?", "estimation.again", "2h");
        assertThat(Settings.defaults(EstimationSettings.class, values))
                .isEqualTo(new EstimationSettings(false, new Cron("1 * * * * ?"), Duration.ofHours(2)));
    }
}
