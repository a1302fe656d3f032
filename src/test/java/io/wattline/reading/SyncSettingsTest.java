package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncSettingsTest {

    @Test
    void a_sync_of_dates_waits_for_five_minutes_of_silence() {
        assertThat(Settings.defaults(SyncSettings.class, Map.of()))
                .isEqualTo(new SyncSettings(Duration.ofSeconds(30), 10));
    }

    @Test
    void every_key_of_the_sync_sets_its_value() {
        assertThat(Settings.defaults(
                        SyncSettings.class, Map.of("readings.sync.pause", "1m", "readings.sync.attempts", "2")))
                .isEqualTo(new SyncSettings(Duration.ofMinutes(1), 2));
    }
}
