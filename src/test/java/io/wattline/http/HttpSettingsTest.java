package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Secret;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {

    @Test
    void defaults_let_only_this_machine_in() {
        assertThat(Settings.defaults(HttpSettings.class, Map.of()))
                .isEqualTo(new HttpSettings("127.0.0.1", 8080, new Secret(""), List.of(), Duration.ofSeconds(10),
                        Duration.ofSeconds(20), 1000, 250));
    }

    @Test
    void every_key_sets_its_value() {
        assertThat(Settings.defaults(
                        HttpSettings.class,
                        Map.of(
                                "wattline.http.host",
                                "0.0.0.0",
                                "wattline.http.port",
                                "81",
                                "wattline.http.token",
                                "0123456789abcdef",
                                "wattline.http.names",
                                "wattline.example.org, energy.local",
                                "wattline.http.database-timeout",
                                "2s",
                                "wattline.http.request-timeout",
                                "5s",
                                "wattline.http.connections-max",
                                "50",
                                "wattline.http.connections-per-address-max",
                                "20")))
                .isEqualTo(new HttpSettings(
                        "0.0.0.0",
                        81,
                        new Secret("0123456789abcdef"),
                        List.of("wattline.example.org", "energy.local"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        50,
                        20));
    }

    @Test
    void a_host_that_others_reach_needs_a_long_token() {
        HttpSettings settings =
                new HttpSettings("0.0.0.0", 8080, new Secret("short"), List.of(), Duration.ofSeconds(10),
                        Duration.ofSeconds(20), 1000, 250);
        assertThat(settings.conflicts()).singleElement().asString().startsWith("wattline.http.token has 5 characters "
                + "while wattline.http.host '0.0.0.0' lets other machines in; allowed: at least 16 characters, "
                + "or host 127.0.0.1.");
    }
}
