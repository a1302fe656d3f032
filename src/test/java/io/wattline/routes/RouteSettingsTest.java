package io.wattline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteSettingsTest {

    @Test
    void routes_are_edited_in_the_folder_routes_of_the_home() {
        assertThat(Settings.defaults(RouteSettings.class, Map.of()).directory())
                .isEqualTo(Path.of("routes").toAbsolutePath());
    }

    @Test
    void every_key_of_routes_sets_its_value() {
        assertThat(Settings.defaults(RouteSettings.class, Map.of(
                "routes.directory", "/etc/wattline/routes",
                "routes.last-good", "/var/lib/wattline/last",
                "routes.http.hosts", "teams.example.org,chat.example.org")))
                .isEqualTo(new RouteSettings(
                        Path.of("/etc/wattline/routes"),
                        Path.of("/var/lib/wattline/last"),
                        List.of("teams.example.org", "chat.example.org")));
    }
}
