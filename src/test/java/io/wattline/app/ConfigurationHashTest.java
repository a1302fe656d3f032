package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationHashTest {

    @TempDir
    private Path home;

    @Test
    void what_comes_from_the_jar_counts_as_it_does_from_disk() throws IOException {
        String ofJar = hash(Map.of());
        TestHome.copyTo(home);
        assertThat(hash(Map.of())).isEqualTo(ofJar);
        Files.writeString(home.resolve("routes/guest.camel.yaml"), "[]");
        assertThat(hash(Map.of())).isNotEqualTo(ofJar);
    }

    @Test
    void every_file_of_config_that_the_program_reads_counts() throws IOException {
        TestHome.copyTo(home);
        try (Stream<Path> files = Files.list(home.resolve("config"))) {
            assertThat(files.map(file -> "config/" + file.getFileName()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(ConfigurationHash.FILES);
        }
        for (String name : ConfigurationHash.FILES) {
            String before = hash(Map.of());
            TestHome.edit(home.resolve(name), text -> text + "# a word more\n");
            assertThat(hash(Map.of())).as(name).isNotEqualTo(before);
        }
    }

    @Test
    void settings_count_wherever_they_come_from_and_secrets_do_not() throws IOException {
        TestHome.copyTo(home);
        String before = hash(Map.of());
        assertThat(hash(Map.of("ENISCOPE_PASSWORD", "another"))).isEqualTo(before);
        String fromEnvironment = hash(Map.of("READINGS_POLL_DELAY", "7m"));
        assertThat(fromEnvironment).isNotEqualTo(before);
        Files.writeString(
                home.resolve("config/application.properties"),
                Files.readString(home.resolve("config/application.properties")) + "\nreadings.poll.delay = 7m\n");
        assertThat(hash(Map.of())).isEqualTo(fromEnvironment);
    }

    @Test
    void what_is_for_other_programs_does_not_count() throws IOException {
        TestHome.copyTo(home);
        String before = hash(Map.of());
        Files.createDirectories(home.resolve("config/observability"));
        Files.writeString(home.resolve("config/observability/prometheus-rules.yaml"), "groups: []");
        assertThat(hash(Map.of())).isEqualTo(before);
    }

    private String hash(Map<String, String> environment) {
        return ConfigurationHash.of(WattlineSettings.load(home, "prod", environment)).text();
    }
}
