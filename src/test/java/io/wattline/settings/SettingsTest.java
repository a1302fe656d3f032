package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.app.WattlineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path home;

    @Test
    void the_copies_in_the_jar_do_where_there_are_no_files() {
        assertThat(load(Map.of()).duration("readings.poll.look-back")).isEqualTo(Duration.ofHours(2));
        assertThat(WattlineSettings.load(home, "demo", Map.of()).number("demo.speed")).isEqualTo(300);
    }

    @Test
    void later_ones_win_file_profile_environment_program() throws IOException {
        String key = "readings.batch-size";
        assertThat(load(Map.of()).count(key)).isEqualTo(3000);
        write("application.properties", key + "=1");
        assertThat(load(Map.of()).count(key)).isEqualTo(1);
        write("application-prod.properties", key + "=2");
        assertThat(load(Map.of()).count(key)).isEqualTo(2);
        Settings settings = load(Map.of("READINGS_BATCH_SIZE", "3"));
        assertThat(settings.count(key)).isEqualTo(3);
        assertThat(settings.with(Map.of(key, "4")).count(key)).isEqualTo(4);
        assertThat(settings.count(key)).as("the settings before are as they were").isEqualTo(3);
    }

    @Test
    void a_key_that_the_file_leaves_out_has_the_value_of_the_jar() throws IOException {
        write("application.properties", "readings.batch-size=1");
        assertThat(load(Map.of()).count("metadata.page-size")).isEqualTo(100);
    }

    @Test
    void the_names_of_the_contract_are_the_variables_of_their_keys() {
        Settings settings = load(Map.of("ENISCOPE_API_KEY", "k-1234", "DATABASE_URL", "postgresql://u:p@h/d", "WATTLINE_HTTP_PORT", "81", "ALERT_EMAIL_TO", "a@b",
                "PAGERDUTY_ROUTING_KEY", "r-1234", "SMTP_TLS", "none", "SLACK_WEBHOOK_URL", "https://s/x", "ENISCOPE_API_URL", "https://e/"));
        assertThat(settings.text("eniscope.api.key")).isEqualTo("k-1234");
        assertThat(settings.text("database.url")).isEqualTo("postgresql://u:p@h/d");
        assertThat(settings.count("wattline.http.port")).isEqualTo(81);
        assertThat(settings.text("alert.email.to")).isEqualTo("a@b");
        assertThat(settings.text("pagerduty.routing-key")).isEqualTo("r-1234");
        assertThat(settings.text("smtp.tls")).isEqualTo("none");
        assertThat(settings.text("slack.webhook.url")).isEqualTo("https://s/x");
        assertThat(settings.text("eniscope.api.url")).isEqualTo("https://e/");
    }

    @Test
    void a_value_of_the_wrong_kind_is_told_with_key_found_allowed_and_place() {
        Settings settings = load(Map.of("READINGS_POLL_LOOK_BACK", "2 hours", "READINGS_BATCH_SIZE", "-1", "API_BREAKER_CALLS", "1e3"));
        assertThatThrownBy(() -> settings.duration("readings.poll.look-back")).isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("readings.poll.look-back", "'2 hours'", "30s, 15m, 2h, 7d", "READINGS_POLL_LOOK_BACK", "config/application.properties");
        assertThatThrownBy(() -> settings.count("readings.batch-size")).hasMessageContainingAll("readings.batch-size", "'-1'", "whole number, 0 or more");
        assertThatThrownBy(() -> settings.number("api.breaker.calls")).hasMessageContainingAll("api.breaker.calls", "'1e3'");
        assertThatThrownBy(() -> settings.flag("smtp.tls")).hasMessageContainingAll("smtp.tls", "'starttls'", "true or false");
        assertThatThrownBy(() -> settings.count("eniscope.password")).hasMessageContaining("eniscope.password is not set");
    }

    @Test
    void a_key_that_does_not_exist_is_a_mistake_of_the_program() {
        assertThatThrownBy(() -> load(Map.of()).text("no.such.key")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no.such.key");
    }

    @Test
    void a_profile_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> WattlineSettings.load(home, "staging", Map.of())).isInstanceOf(SettingsException.class).hasMessageContaining("'staging'");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        write("application.properties", "readings.batch-size=\\u12");
        assertThatThrownBy(() -> load(Map.of())).isInstanceOf(SettingsException.class).hasMessageContaining("application.properties");
    }

    @Test
    void a_slip_in_a_key_or_a_variable_is_warned_about() throws IOException {
        write("application.properties", "readings.batchsize=1\ncamel.main.name=x");
        assertThat(load(Map.of("ENISCOPE_APIKEY", "x", "PATH", "/bin")).warnings()).hasSize(2)
                .anySatisfy(warning -> assertThat(warning).contains("readings.batchsize").contains("did you mean readings.batch-size"))
                .anySatisfy(warning -> assertThat(warning).contains("ENISCOPE_APIKEY").contains("did you mean ENISCOPE_API_KEY"));
    }

    @Test
    void secrets_are_neither_in_text_nor_in_messages_but_all_known() {
        Settings settings = load(Map.of("ENISCOPE_PASSWORD", "swordfish", "ENISCOPE_EMAIL", "me@example.org", "ENISCOPE_API_KEY", "key-4711",
                "DATABASE_URL", "postgresql://me:p%40ss-word@db.example.org/energy?sslmode=require"));
        assertThat(settings.toString()).doesNotContain("swordfish").doesNotContain("4711").doesNotContain("ss-word");
        assertThatThrownBy(() -> settings.count("eniscope.password")).message().doesNotContain("swordfish");
        assertThat(settings.secrets()).contains("swordfish", "key-4711", "p%40ss-word", "p@ss-word")
                .contains("15b29ffdce66e10527a65bc6d71ad94d")
                .contains("bWVAZXhhbXBsZS5vcmc6MTViMjlmZmRjZTY2ZTEwNTI3YTY1YmM2ZDcxYWQ5NGQ=");
    }

    @Test
    void camel_gets_every_key() {
        assertThat(load(Map.of("READINGS_BATCH_SIZE", " 7 ")).openProperties()).containsEntry("readings.batch-size", "7").containsEntry("smtp.host", "");
    }

    @Test
    void paths_are_seen_from_home() {
        assertThat(load(Map.of()).path("spool.directory")).isEqualTo(home.resolve("data/spool"));
    }

    private Settings load(Map<String, String> environment) {
        return WattlineSettings.load(home, "prod", environment);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve(file), text);
    }
}
