package io.wattline.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnergySettingsTest {

    @Test
    void site_days_follow_every_minute() {
        assertThat(Settings.defaults(EnergySettings.class, Map.of()))
                .isEqualTo(new EnergySettings(new Cron("45 * * * * ?")));
    }

    @Test
    void every_key_sets_its_value() {
        assertThat(Settings.defaults(EnergySettings.class, Map.of("energy.refresh.cron", "1 * * * * ?")))
                .isEqualTo(new EnergySettings(new Cron("1 * * * * ?")));
    }
}
