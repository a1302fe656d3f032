package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualitySettingsTest {

    @Test
    void three_days_are_checked_every_night() {
        assertThat(Settings.defaults(QualitySettings.class, Map.of()))
                .isEqualTo(new QualitySettings(new Cron("20 * * * * ?"), new Cron("0 40 3 * * ?"), 3));
    }

    @Test
    void every_key_of_the_checks_sets_its_value() {
        Map<String, String> values = Map.of(
                "quality.refresh.cron",
                "1 * * * * ?",
                "quality.validate.cron",
                "2 * * * * ?",
                "quality.validate.days",
                "9");
        assertThat(Settings.defaults(QualitySettings.class, values))
                .isEqualTo(new QualitySettings(new Cron("1 * * * * ?"), new Cron("2 * * * * ?"), 9));
    }

    @Test
    void more_than_a_fifth_of_twelve_readings_puts_a_channel_into_quarantine() {
        assertThat(Settings.defaults(DataBreakerSettings.class, Map.of()))
                .isEqualTo(new DataBreakerSettings(20, 12, 3));
    }

    @Test
    void every_key_of_the_breaker_sets_its_value() {
        Map<String, String> values =
                Map.of("breaker.reject-rate", "30", "breaker.batch-min", "6", "breaker.good-batches", "1");
        assertThat(Settings.defaults(DataBreakerSettings.class, values)).isEqualTo(new DataBreakerSettings(30, 6, 1));
    }
}
