package io.wattline.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import io.wattline.app.WattlineSettings;
import io.wattline.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The configuration that ships, writing to a folder of the test. */
class LoggingTest {

    private static final String PASSWORD = "swordfish-77";

    @TempDir
    private Path home;
    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stderr = System.err;
    private Logger log;

    @BeforeEach
    void configure() throws JoranException {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("WATTLINE_HOME", home.toString());
        context.putProperty("WATTLINE_LOG_LEVEL", "INFO");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LoggingTest.class.getResource("/config/logback.xml"));
        log = context.getLogger("io.wattline.reading.Poll");
        Settings settings = WattlineSettings.load(
                home,
                "prod",
                Map.of(
                        "ENISCOPE_EMAIL",
                        "me@example.org",
                        "ENISCOPE_PASSWORD",
                        PASSWORD,
                        "ENISCOPE_API_KEY",
                        "key-4711",
                        "DATABASE_URL",
                        "postgresql://me:p%40ss-word@db.example.org/energy"));
        Secrets.hide(settings.secrets());
    }

    @AfterEach
    void stop() {
        context.stop();
        System.setErr(stderr);
    }

    @Test
    void an_event_is_one_line_with_utc_time_level_and_logger() {
        log.info("channel {} polled", 12);
        assertThat(console()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  "
                + "i\\.wattline\\.reading\\.Poll - channel 12 polled\\R");
    }

    @Test
    void data_cannot_forge_a_line_or_steer_a_terminal() {
        log.warn("name '{}'", "x\n2026-01-01T00:00:00.000Z INFO  forged\r\u001b[2J\u2028");
        assertThat(console()).hasLineCount(1).contains("x\\n2026-01-01T00:00:00.000Z INFO  forged\\r\\u001b[2J\\u2028");
    }

    @Test
    void an_exception_is_its_first_cause_in_the_line_and_whole_in_the_file() throws IOException {
        log.warn("batch lost", new IllegalStateException("outer", new SQLException("connection\nrefused")));
        assertThat(console()).hasLineCount(1).contains("batch lost [SQLException: connection\\nrefused at "
                + "io.wattline.logging.LoggingTest");
        assertThat(file())
                .contains("Caused by: java.sql.SQLException: connection", "\tat io.wattline.logging.LoggingTest");
    }

    @Test
    void a_secret_in_message_argument_or_exception_reaches_neither_console_nor_file() throws IOException {
        log.info("password is " + PASSWORD);
        log.info("key {}", "key-4711");
        log.error(
                "log-in failed",
                new IllegalStateException(
                        "outer " + PASSWORD,
                        new SQLException("cannot use postgresql://me:p%40ss-word@db.example.org/energy")));
        log.warn("decoded {}", "p@ss-word");
        for (String output : new String[] {console(), file()}) {
            assertThat(output)
                    .contains("password is ***", "key ***", "decoded ***", "postgresql://me:***@db.example.org/energy")
                    .doesNotContain(PASSWORD, "key-4711", "ss-word");
        }
    }

    @Test
    void what_is_made_of_the_password_and_what_stands_where_secrets_stand_is_masked() throws IOException {
        log.info("Authorization: Basic bWVAZXhhbXBsZS5vcmc6YWJj");
        log.info("headers {X-Eniscope-Token=t0k3n-of-today, Accept=text/json}");
        log.info("GET https://h/x?a=1&token=abc123&b=2 postgresql://u:other-pw@h/d "
                + "https://hooks.slack.com/services/T0/B0/xyz");
        for (String output : new String[] {console(), file()}) {
            assertThat(output)
                    .contains("Accept=text/json", "a=1", "b=2")
                    .doesNotContain("bWVA", "t0k3n", "abc123", "other-pw", "B0/xyz");
        }
    }

    @Test
    void a_value_too_short_to_be_one_does_not_riddle_the_log() {
        Secrets.hide(List.of("a", ""));
        log.info("a banana");
        assertThat(console()).contains("a banana");
    }

    private String console() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private String file() throws IOException {
        return Files.readString(home.resolve("data/logs/wattline.log"));
    }
}
