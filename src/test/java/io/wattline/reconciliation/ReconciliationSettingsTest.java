package io.wattline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationSettingsTest {

    @Test
    void a_week_is_compared_every_night_and_five_weeks_every_sunday() {
        assertThat(Settings.defaults(ReconciliationSettings.class, Map.of())).isEqualTo(new ReconciliationSettings(true,
                new Cron("0 30 2 * * ?"), 7, new Cron("0 30 4 ? * SUN"), 35, Duration.ofDays(1), Duration.ofDays(400),
                new Cron("15 * * * * ?")));
    }

    @Test
    void every_key_of_reconciliation_sets_its_value() {
        Map<String, String> values = Map.of(
                "reconciliation.enabled",
                "false",
                "reconciliation.nightly.cron",
                "1 * * * * ?",
                "reconciliation.nightly.days",
                "3",
                "reconciliation.weekly.cron",
                "2 * * * * ?",
                "reconciliation.weekly.days",
                "14",
                "reconciliation.window",
                "12h",
                "reconciliation.keep",
                "30d",
                "reconciliation.publish.cron",
                "3 * * * * ?");
        assertThat(Settings.defaults(ReconciliationSettings.class, values)).isEqualTo(new ReconciliationSettings(false,
                new Cron("1 * * * * ?"), 3, new Cron("2 * * * * ?"), 14, Duration.ofHours(12), Duration.ofDays(30),
                new Cron("3 * * * * ?")));
    }

    @Test
    void twelve_late_readings_on_three_days_of_a_week_make_the_look_back_longer() {
        assertThat(Settings.defaults(LateReadingSettings.class, Map.of()))
                .isEqualTo(new LateReadingSettings(new Cron("0 20 * * * ?"), Duration.ofDays(7), 12, 3));
    }

    @Test
    void every_key_of_late_readings_sets_its_value() {
        Map<String, String> values = Map.of(
                "readings.late.cron",
                "1 * * * * ?",
                "readings.late.window",
                "3d",
                "readings.late.readings",
                "5",
                "readings.late.days",
                "2");
        assertThat(Settings.defaults(LateReadingSettings.class, values))
                .isEqualTo(new LateReadingSettings(new Cron("1 * * * * ?"), Duration.ofDays(3), 5, 2));
    }
}
