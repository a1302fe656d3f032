package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnomalySettingsTest {

    @Test
    void anomalies_are_looked_for_every_night() {
        assertThat(Settings.defaults(AnomalySettings.class, Map.of()))
                .isEqualTo(new AnomalySettings(true, new Cron("0 10 4 * * ?")));
    }

    @Test
    void every_key_sets_its_value() {
        assertThat(Settings.defaults(AnomalySettings.class,
                Map.of("anomalies.enabled", "false", "anomalies.cron", "1 * * * * ?")))
                .isEqualTo(new AnomalySettings(false, new Cron("1 * * * * ?")));
    }
}
