package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.app.WattlineSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "ENISCOPE_API_KEY",
            "key-4711",
            "ENISCOPE_EMAIL",
            "me@example.org",
            "ENISCOPE_PASSWORD",
            "swordfish",
            "DATABASE_URL",
            "postgresql://me:hunter22@db.example.org/energy");

    @TempDir
    private Path home;

    @Test
    void nothing_is_wrong_with_what_the_contract_demands() {
        assertThat(with(Map.of()).problems(WattlineSettings.GROUPS)).isEmpty();
    }

    @Test
    void the_demo_profile_is_sound_once_the_program_has_set_its_addresses() {
        Settings demo = WattlineSettings.load(home, "demo", Map.of())
                .with(Map.of("database.url", "jdbc:postgresql://localhost:1/x", "smtp.host", "127.0.0.1"));
        assertThat(demo.problems(WattlineSettings.GROUPS)).isEmpty();
    }

    @Test
    void run_names_every_missing_setting_at_once() {
        assertThat(WattlineSettings.load(home, "prod", Map.of()).problems(WattlineSettings.GROUPS))
                .hasSize(4)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("database.url is not set", "DATABASE_URL"),
                        problem -> assertThat(problem).contains("eniscope.api.key is not set", "ENISCOPE_API_KEY"),
                        problem -> assertThat(problem).contains("eniscope.email is not set", "ENISCOPE_EMAIL"),
                        problem -> assertThat(problem).contains("eniscope.password is not set", "ENISCOPE_PASSWORD"));
    }

    @Test
    void missing_and_nonsensical_are_named_together() {
        assertThatThrownBy(() -> WattlineSettings.load(
                                home, "prod", Map.of("READINGS_POLL_CRON", "every day", "SMTP_HOST", "mail"))
                        .require(WattlineSettings.GROUPS))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "7 setting(s)",
                        "database.url",
                        "eniscope.password",
                        "readings.poll.cron is 'every day'",
                        "alert.email.from",
                        "alert.email.to");
    }

    @Test
    void a_verb_is_not_troubled_by_what_it_does_not_need() {
        Map<String, String> onlyDatabase =
                Map.of("DATABASE_URL", "postgresql://h/d", "READINGS_POLL_CRON", "nonsense", "API_RETRY_MAX", "many");
        assertThat(WattlineSettings.load(home, "prod", onlyDatabase).problems(WattlineSettings.DATABASE)).isEmpty();
        assertThat(WattlineSettings.load(home, "prod", onlyDatabase).problems(WattlineSettings.ONCE)).as("what starts "
                + "the service reads them all").hasSize(5);
    }

    @Test
    void a_verb_that_does_not_ask_the_source_needs_no_account() {
        Map<String, String> onlyDatabase = Map.of("DATABASE_URL", "postgresql://h/d");
        assertThat(WattlineSettings.load(home, "prod", onlyDatabase).problems(WattlineSettings.ONCE_OFFLINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ENISCOPE_API_URL,core.eniscope.com",
        "ENISCOPE_API_URL,ftp://core.eniscope.com",
        "ENISCOPE_API_URL,https://",
        "DATABASE_URL,mysql://h/d",
        "READINGS_POLL_CRON,* * * * *",
        "READINGS_POLL_CRON,0 0 0 31 2 ?",
        "METADATA_SYNC_CRON,''",
        "API_REQUESTS_PER_SECOND,0",
        "API_REQUESTS_PER_SECOND,five",
        "API_BREAKER_FAILURE_RATE,101",
        "METADATA_PAGE_SIZE,500",
        "READINGS_POLL_DELAY,2",
        "READINGS_HISTORY,0d",
        "WATTLINE_HTTP_PORT,70000",
        "DATABASE_POOL_SIZE,99999999999",
        "SLACK_WEBHOOK_URL,hooks",
        "SMTP_TLS,ssl",
        "SPOOL_DIRECTORY,''"
    })
    void nonsense_is_named_with_what_is_allowed(String variable, String value) {
        assertThat(with(Map.of(variable, value)).problems(WattlineSettings.GROUPS))
                .singleElement()
                .asString()
                .contains("allowed: ")
                .contains(variable);
    }

    @Test
    void a_window_is_not_shorter_than_it_is_halved_to() {
        assertThat(with(Map.of("READINGS_WINDOW_MAX", "1h")).problems(WattlineSettings.GROUPS))
                .singleElement()
                .asString()
                .contains("readings.window.min is '1d'", "longer than readings.window.max ('1h')");
    }

    @Test
    void mail_is_set_up_wholly_or_not_at_all() {
        assertThat(with(Map.of("SMTP_HOST", "mail", "SMTP_USERNAME", "me", "ALERT_EMAIL_FROM", "a@b"))
                        .problems(WattlineSettings.GROUPS))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("alert.email.to is not set although smtp.host is"))
                .anySatisfy(problem -> assertThat(problem).contains("smtp.password is not set"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,'',false",
        "0.0.0.0,short,false",
        "0.0.0.0,0123456789abcdef,true",
        "127.0.0.1,'',true",
        "localhost,'',true",
        "::1,'',true"
    })
    void other_machines_need_a_token(String host, String token, boolean good) {
        assertThat(with(Map.of("WATTLINE_HTTP_HOST", host, "WATTLINE_HTTP_TOKEN", token))
                        .problems(WattlineSettings.GROUPS)
                        .isEmpty())
                .isEqualTo(good);
    }

    @Test
    void no_problem_shows_a_secret() {
        Map<String, String> bad = Map.of(
                "DATABASE_URL",
                "mysql://me:hunter22@h/d",
                "SLACK_WEBHOOK_URL",
                "xoxb-31337",
                "WATTLINE_HTTP_HOST",
                "0.0.0.0",
                "WATTLINE_HTTP_TOKEN",
                "tok-99");
        assertThat(with(bad).problems(WattlineSettings.GROUPS)).hasSize(3).allSatisfy(problem -> assertThat(problem)
                .doesNotContain("hunter22")
                .doesNotContain("31337")
                .doesNotContain("tok-99")
                .doesNotContain("swordfish"));
    }

    private Settings with(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.putAll(environment);
        return WattlineSettings.load(home, "prod", all);
    }
}
