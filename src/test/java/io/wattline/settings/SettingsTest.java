package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.alert.NotificationSettings;
import io.wattline.app.WattlineSettings;
import io.wattline.database.DatabaseSettings;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.eniscope.AccountSettings;
import io.wattline.eniscope.MetadataSettings;
import io.wattline.eniscope.RequestSettings;
import io.wattline.estimation.EstimationSettings;
import io.wattline.http.HttpSettings;
import io.wattline.lab.demo.DemoSettings;
import io.wattline.reading.PollSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path home;

    @Test
    void the_copies_in_the_jar_do_where_there_are_no_files() {
        assertThat(load(Map.of()).of(PollSettings.class).lookBack()).isEqualTo(Duration.ofHours(2));
        assertThat(WattlineSettings.load(home, "demo", Map.of())
                        .of(RequestSettings.class)
                        .requestsInFlight())
                .isEqualTo(8);
    }

    @Test
    void later_ones_win_file_profile_environment_program() throws IOException {
        String key = "readings.batch-size";
        assertThat(batchSize(load(Map.of()))).isEqualTo(3000);
        write("application.properties", key + "=1");
        assertThat(batchSize(load(Map.of()))).isEqualTo(1);
        write("application-prod.properties", key + "=2");
        assertThat(batchSize(load(Map.of()))).isEqualTo(2);
        Settings settings = load(Map.of("READINGS_BATCH_SIZE", "3"));
        assertThat(batchSize(settings)).isEqualTo(3);
        assertThat(batchSize(settings.with(Map.of(key, "4")))).isEqualTo(4);
        assertThat(batchSize(settings)).as("the settings before are as they were").isEqualTo(3);
    }

    @Test
    void a_key_that_the_file_leaves_out_has_the_value_of_the_jar() throws IOException {
        write("application.properties", "readings.batch-size=1");
        assertThat(load(Map.of()).of(MetadataSettings.class).pageSize()).isEqualTo(100);
    }

    @Test
    void the_names_of_the_contract_are_the_variables_of_their_keys() {
        Settings settings = load(Map.of(
                "ENISCOPE_API_KEY",
                "k-1234",
                "DATABASE_URL",
                "postgresql://u:p@h/d",
                "WATTLINE_HTTP_PORT",
                "81",
                "ALERT_EMAIL_TO",
                "a@b",
                "PAGERDUTY_ROUTING_KEY",
                "r-1234",
                "SMTP_TLS",
                "none",
                "SLACK_WEBHOOK_URL",
                "https://s/x",
                "ENISCOPE_API_URL",
                "https://e/"));
        NotificationSettings notifications = settings.of(NotificationSettings.class);
        assertThat(settings.of(AccountSettings.class).apiKey().value()).isEqualTo("k-1234");
        assertThat(settings.of(DatabaseSettings.class).url().value()).isEqualTo("postgresql://u:p@h/d");
        assertThat(settings.of(HttpSettings.class).port()).isEqualTo(81);
        assertThat(notifications.mailTo()).isEqualTo("a@b");
        assertThat(notifications.pagerDutyRoutingKey().value()).isEqualTo("r-1234");
        assertThat(notifications.smtpTls()).isEqualTo(NotificationSettings.SmtpTls.NONE);
        assertThat(notifications.slackWebhookUrl().value()).isEqualTo("https://s/x");
        assertThat(settings.of(RequestSettings.class).url()).hasToString("https://e/");
    }

    @Test
    void a_value_of_the_wrong_kind_is_told_with_key_found_allowed_and_place() {
        Settings settings = load(Map.of(
                "READINGS_POLL_LOOK_BACK",
                "2 hours",
                "READINGS_BATCH_SIZE",
                "-1",
                "API_BREAKER_CALLS",
                "1e3",
                "DEMO_SPEED",
                "1e3",
                "ESTIMATION_ENABLED",
                "starttls"));
        assertThatThrownBy(() -> settings.of(PollSettings.class))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "readings.poll.look-back",
                        "'2 hours'",
                        "30s, 15m, 2h, 7d",
                        "READINGS_POLL_LOOK_BACK",
                        "config/application.properties")
                .hasMessageContainingAll("readings.batch-size", "'-1'", "whole number, from 1 to 100000");
        assertThatThrownBy(() -> settings.of(RequestSettings.class))
                .hasMessageContainingAll("api.breaker.calls", "'1e3'");
        assertThatThrownBy(() -> settings.of(DemoSettings.class))
                .hasMessageContainingAll("demo.speed", "'1e3'", "at least 0.001, at most 3600");
        assertThatThrownBy(() -> settings.of(EstimationSettings.class))
                .hasMessageContainingAll("estimation.enabled", "'starttls'", "true or false");
        assertThatThrownBy(() -> settings.require(List.of(AccountSettings.class)))
                .hasMessageContaining("eniscope.password is not set");
    }

    /** Nobody declares it twice: a key stands in one place. */
    @Test
    void every_key_belongs_to_one_group() {
        assertThat(WattlineSettings.GROUPS.stream()
                        .flatMap(group -> SettingKey.of(group).stream())
                        .map(SettingKey::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_profile_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> WattlineSettings.load(home, "staging", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'staging'");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        write("application.properties", "readings.batch-size=\\u12");
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("application.properties");
    }

    @Test
    void a_slip_in_a_key_or_a_variable_is_warned_about() throws IOException {
        write("application.properties", "readings.batchsize=1\ncamel.main.name=x");
        assertThat(load(Map.of("ENISCOPE_APIKEY", "x", "PATH", "/bin")).warnings()).hasSize(2)
                .anySatisfy(warning -> assertThat(warning).contains("readings.batchsize").contains("did you mean "
                        + "readings.batch-size"))
                .anySatisfy(warning -> assertThat(warning).contains("ENISCOPE_APIKEY").contains("did you mean "
                        + "ENISCOPE_API_KEY"));
    }

    @Test
    void secrets_are_neither_in_text_nor_in_messages_but_all_known() {
        Settings settings = load(Map.of(
                "ENISCOPE_PASSWORD",
                "swordfish",
                "ENISCOPE_EMAIL",
                "me@example.org",
                "ENISCOPE_API_KEY",
                "key-4711",
                "DATABASE_URL",
                "postgresql://me:p%40ss-word@db.example.org/energy?sslmode=require"));
        assertThat(settings.toString()).doesNotContain("swordfish").doesNotContain("4711").doesNotContain("ss-word");
        assertThatThrownBy(() -> settings.with(Map.of("eniscope.email", "")).require(List.of(AccountSettings.class)))
                .message()
                .doesNotContain("swordfish");
        assertThat(settings.secrets()).contains("swordfish", "key-4711", "p%40ss-word", "p@ss-word")
                .contains("15b29ffdce66e10527a65bc6d71ad94d")
                .contains("bWVAZXhhbXBsZS5vcmc6MTViMjlmZmRjZTY2ZTEwNTI3YTY1YmM2ZDcxYWQ5NGQ=");
    }

    @Test
    void camel_gets_every_key() {
        assertThat(load(Map.of("READINGS_BATCH_SIZE", " 7 ")).openProperties())
                .containsEntry("readings.batch-size", "7")
                .containsEntry("smtp.host", "");
    }

    @Test
    void paths_are_seen_from_home() {
        assertThat(load(Map.of()).of(SpoolSettings.class).directory()).isEqualTo(home.resolve("data/spool"));
    }

    private static int batchSize(Settings settings) {
        return settings.of(PollSettings.class).batchSize();
    }

    private Settings load(Map<String, String> environment) {
        return WattlineSettings.load(home, "prod", environment);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve(file), text);
    }
}
