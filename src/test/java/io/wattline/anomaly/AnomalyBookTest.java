package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.channel.Channel;
import io.wattline.yaml.YamlFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnomalyBookTest {

    private static final Path FILE = Path.of("config/anomalies.yaml");

    private static Channel channel(int id, String type) {
        return new Channel(id, "x", "1", "20", type, Duration.ofMinutes(15), null, null);
    }

    private static String changed(String old, String with) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(old);
        return text.replace(old, with);
    }

    @Test
    void every_kind_of_anomaly_has_its_settings() {
        assertThat(AnomalyBook.read(FILE).tunings()).containsOnlyKeys(AnomalyKind.values());
    }

    @Test
    void an_override_changes_what_it_names_for_the_channels_that_it_names() {
        AnomalyBook book = AnomalyBook.read(FILE);
        assertThat(book.tunings(channel(1, "solar meter")).get(AnomalyKind.ZERO).persistence())
                .isEqualTo(Duration.ofDays(2));
        assertThat(book.tunings(channel(1, "solar meter")).get(AnomalyKind.ZERO).floor()).isEqualTo(0.1);
        assertThat(book.tunings(channel(1, "grid meter")).get(AnomalyKind.ZERO).persistence())
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void the_most_specific_override_wins() throws IOException {
        AnomalyBook book = AnomalyBook.parse("a", changed("overrides:", """
                overrides:
                  - for: {channel: 5}
                    detectors:
                      zero: {persistence: 9h}"""));
        assertThat(book.tunings(channel(5, "solar meter")).get(AnomalyKind.ZERO).persistence())
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void a_detector_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> AnomalyBook.parse("a.yaml", changed("  day: {", "  dya: {")))
                .isInstanceOf(YamlFileException.class).hasMessageContaining("dya").hasMessageContaining("night-load");
    }

    @Test
    void a_wrong_value_in_an_override_shows_at_once() {
        assertThatThrownBy(() -> AnomalyBook.parse("a.yaml", changed("persistence: 2d", "persistence: soon")))
                .isInstanceOf(YamlFileException.class).hasMessageContaining("soon").hasMessageContaining("15m");
    }
}
