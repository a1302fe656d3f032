package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {

    @Test
    void a_quarter_of_an_hour_passes_in_three_seconds() {
        assertThat(Settings.defaults(DemoSettings.class, Map.of())).isEqualTo(new DemoSettings(300, 54329));
    }

    @Test
    void every_key_of_the_demo_sets_its_value() {
        assertThat(Settings.defaults(DemoSettings.class, Map.of("demo.speed", "0.5", "demo.database.port", "0")))
                .isEqualTo(new DemoSettings(0.5, 0));
    }
}
