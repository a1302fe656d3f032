package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSettingsTest {

    @Test
    void the_defaults_are_polite() {
        assertThat(Settings.defaults(RequestSettings.class, Map.of()))
                .isEqualTo(new RequestSettings(
                        URI.create("https://core.eniscope.com/v1"),
                        5,
                        4,
                        "Wattline/0.1 (+energy data ingestion)",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        4_194_304,
                        4,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        50,
                        20,
                        10,
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(15)));
    }

    @Test
    void every_key_has_its_component() {
        Map<String, String> values = Map.ofEntries(
                Map.entry("eniscope.api.url", "http://127.0.0.1:9/api/"),
                Map.entry("api.requests-per-second", "6"),
                Map.entry("api.requests-in-flight", "7"),
                Map.entry("api.user-agent", "me"),
                Map.entry("api.connect-timeout", "1s"),
                Map.entry("api.response-timeout", "2s"),
                Map.entry("api.answer-timeout", "3s"),
                Map.entry("api.answer-max-bytes", "8"),
                Map.entry("api.retry.max", "9"),
                Map.entry("api.retry.delay", "4s"),
                Map.entry("api.retry.delay-max", "5s"),
                Map.entry("api.breaker.failure-rate", "10"),
                Map.entry("api.breaker.calls", "11"),
                Map.entry("api.breaker.calls-min", "12"),
                Map.entry("api.breaker.wait", "6s"),
                Map.entry("api.login.pause", "7s"));
        RequestSettings settings = Settings.defaults(RequestSettings.class, values);
        assertThat(settings)
                .isEqualTo(new RequestSettings(
                        URI.create("http://127.0.0.1:9/api/"),
                        6,
                        7,
                        "me",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        8,
                        9,
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        10,
                        11,
                        12,
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(7)));
        assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:9/api/v1");
        assertThat(settings.logInTimeout()).isEqualTo(Duration.ofSeconds(8));
    }
}
