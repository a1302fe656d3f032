package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.alert.NotificationSettings;
import io.wattline.app.WattlineSettings;
import io.wattline.database.DatabaseSettings;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStageTest {

    @TempDir
    private Path home;

    @Test
    void it_is_one_demo_at_a_time_and_fresh_forgets_what_demos_kept_and_nothing_else() throws Exception {
        Path spoolOfRun = Files.createDirectories(home.resolve("data/spool"));
        Files.writeString(spoolOfRun.resolve("not-yet-stored.json"), "{}");
        try (DemoStage stage = DemoStage.set(settings(), false)) {
            execute(stage, "create table kept (n int)");
            Files.createDirectories(home.resolve("data/demo/spool"));
            assertThatThrownBy(() -> DemoStage.set(settings(), true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another demo runs");
        }
        try (DemoStage stage = DemoStage.set(settings(), false)) {
            execute(stage, "insert into kept values (1)");
        }
        try (DemoStage stage = DemoStage.set(settings(), true)) {
            assertThatThrownBy(() -> execute(stage, "insert into kept values (1)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("kept");
        }
        assertThat(spoolOfRun.resolve("not-yet-stored.json")).exists();
        assertThat(home.resolve("data/demo/spool")).doesNotExist();
    }

    @Test
    void whatever_the_environment_says_a_demo_talks_to_this_machine_only() throws IOException {
        Settings settings = WattlineSettings.load(
                home,
                "demo",
                Map.of(
                        "DEMO_DATABASE_PORT",
                        "0",
                        "DATABASE_URL",
                        "postgresql://me:pw@production/energy",
                        "SMTP_HOST",
                        "mail.example.org",
                        "SMTP_USERNAME",
                        "me",
                        "SMTP_PASSWORD",
                        "pw-1234",
                        "SLACK_WEBHOOK_URL",
                        "https://hooks.slack.com/services/x",
                        "PAGERDUTY_ROUTING_KEY",
                        "real",
                        "WATTLINE_HTTP_HOST",
                        "0.0.0.0"));
        try (DemoStage stage = DemoStage.set(settings, false)) {
            Settings staged = settings.with(stage.overrides());
            assertThat(staged.openProperties().values())
                    .map(Object::toString)
                    .noneMatch(value -> value.matches(".*(example\\.org|0\\.0\\.0\\.0).*"));
            assertThat(staged.secrets()).noneMatch(value -> value.matches(".*(pw|slack\\.com|real).*"));
            assertThat(staged.of(DatabaseSettings.class).url().value()).startsWith("jdbc:postgresql://localhost:");
            assertThat(staged.of(NotificationSettings.class).smtpUsername()).isEmpty();
        }
    }

    private Settings settings() {
        return WattlineSettings.load(home, "demo", Map.of("DEMO_DATABASE_PORT", "0"));
    }

    private static void execute(DemoStage stage, String sql) throws SQLException {
        try (Connection connection = stage.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
