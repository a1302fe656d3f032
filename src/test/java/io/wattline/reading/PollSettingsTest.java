package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollSettingsTest {

    @Test
    void channels_are_polled_two_hours_back_in_windows_of_a_week() {
        assertThat(Settings.defaults(PollSettings.class, Map.of()))
                .isEqualTo(new PollSettings(
                        new Cron("0/30 * * * * ?"),
                        8,
                        Duration.ofHours(2),
                        Duration.ofHours(48),
                        Duration.ofMinutes(2),
                        Duration.ofDays(7),
                        Duration.ofDays(7),
                        Duration.ofDays(1),
                        Duration.ofDays(96),
                        Duration.ofMinutes(15),
                        List.of("E", "P", "V", "I", "PF"),
                        3000,
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ofHours(24)));
    }

    @Test
    void every_key_of_polling_sets_its_value() {
        Map<String, String> values = Map.ofEntries(Map.entry("readings.poll.cron", "1 * * * * ?"),
                Map.entry("readings.poll.parallel", "2"), Map.entry("readings.poll.look-back", "3h"),
                Map.entry("readings.poll.look-back-max", "4h"), Map.entry("readings.poll.delay", "5m"),
                Map.entry("readings.poll.wait-for-late", "6d"), Map.entry("readings.window.max", "8d"),
                Map.entry("readings.window.min", "2d"), Map.entry("readings.history", "30d"),
                Map.entry("readings.resolution", "30m"), Map.entry("readings.fields.core", "E,P"),
                Map.entry("readings.batch-size", "10"), Map.entry("readings.retry.delay", "2m"),
                Map.entry("readings.retry.delay-max", "3h"), Map.entry("readings.dead.retry", "12h"));
        assertThat(Settings.defaults(PollSettings.class, values)).isEqualTo(new PollSettings(new Cron("1 * * * * ?"), 2,
                Duration.ofHours(3), Duration.ofHours(4), Duration.ofMinutes(5), Duration.ofDays(6), Duration.ofDays(8),
                Duration.ofDays(2), Duration.ofDays(30), Duration.ofMinutes(30), List.of("E", "P"), 10,
                Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofHours(12)));
    }

    @Test
    void a_minimum_that_exceeds_its_maximum_is_refused() {
        Map<String, String> values =
                Map.of("readings.window.min", "8d", "readings.retry.delay", "2h", "readings.poll.look-back", "49h");
        assertThatThrownBy(() -> Settings.defaults(PollSettings.class, values))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "readings.window.min is '8d'",
                        "readings.retry.delay is '2h'",
                        "readings.poll.look-back is '49h'");
    }
}
