package io.wattline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportSettingsTest {

    @Test
    void reports_are_on_and_looked_for_every_minute() {
        assertThat(Settings.defaults(ReportSettings.class, Map.of()))
                .isEqualTo(new ReportSettings(true, new Cron("15 * * * * ?"), ""));
    }

    @Test
    void every_key_sets_its_value() {
        Map<String, String> values = Map.of("reports.enabled", "false", "reports.cron", "1 * * * * ?", "reports.url",
                "https://wattline.example.org");
        assertThat(Settings.defaults(ReportSettings.class, values))
                .isEqualTo(new ReportSettings(false, new Cron("1 * * * * ?"), "https://wattline.example.org"));
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThatThrownBy(() -> Settings.defaults(ReportSettings.class, Map.of("reports.url", "wattline")))
                .hasMessageContaining("reports.url");
    }
}
