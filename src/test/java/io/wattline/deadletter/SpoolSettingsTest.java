package io.wattline.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpoolSettingsTest {

    @Test
    void responses_wait_in_the_data_folder_and_are_tried_every_ten_seconds() {
        SpoolSettings settings = Settings.defaults(SpoolSettings.class, Map.of());
        assertThat(settings.directory()).endsWithRaw(Path.of("data/spool"));
        assertThat(settings.delay()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void every_key_of_the_spool_sets_its_value() {
        SpoolSettings settings = Settings.defaults(
                SpoolSettings.class, Map.of("spool.directory", "/var/spool/wattline", "spool.delay", "2m"));
        assertThat(settings).isEqualTo(new SpoolSettings(Path.of("/var/spool/wattline"), Duration.ofMinutes(2)));
    }
}
