package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @Test
    void the_jar_of_a_checkout_has_the_checkout_for_its_home() {
        assertThat(Home.of(Path.of("/srv/wattline/target/wattline.jar"))).isEqualTo(Path.of("/srv/wattline"));
        assertThat(Home.of(Path.of("/srv/wattline/target/classes"))).isEqualTo(Path.of("/srv/wattline"));
    }

    @Test
    void a_jar_elsewhere_has_its_folder_for_its_home() {
        assertThat(Home.of(Path.of("/opt/wattline/wattline.jar"))).isEqualTo(Path.of("/opt/wattline"));
    }

    @Test
    void this_checkout_finds_itself() {
        assertThat(Home.find(Map.of()).resolve("config/application.properties")).exists();
    }

    @Test
    void the_environment_wins(@TempDir Path folder) {
        assertThat(Home.find(Map.of("WATTLINE_HOME", folder.toString()))).isEqualTo(folder);
    }

    @Test
    void a_home_that_is_not_there_is_named(@TempDir Path folder) {
        String missing = folder.resolve("missing").toString();
        assertThatThrownBy(() -> Home.find(Map.of("WATTLINE_HOME", missing))).isInstanceOf(SettingsException.class)
                .hasMessageContaining("WATTLINE_HOME").hasMessageContaining(missing);
    }
}
