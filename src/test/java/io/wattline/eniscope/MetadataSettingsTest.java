package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataSettingsTest {

    @Test
    void the_lists_are_read_every_hour_in_the_largest_pages() {
        assertThat(Settings.defaults(MetadataSettings.class, Map.of()))
                .isEqualTo(new MetadataSettings(new Cron("0 7 * * * ?"), 100));
    }

    @Test
    void every_key_has_its_component() {
        assertThat(Settings.defaults(
                        MetadataSettings.class,
                        Map.of("metadata.sync.cron", "0 9 * * * ?", "metadata.page-size", "50")))
                .isEqualTo(new MetadataSettings(new Cron("0 9 * * * ?"), 50));
    }
}
