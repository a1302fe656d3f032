package io.wattline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TestHome;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reports.camel.yaml}: what is due is made once in the time zone of its site, and reaches people. */
class ReportRoutesTest {

    /** London is an hour ahead of UTC. The report is due at 06:30 there, 05:30 UTC. */
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-07-02T05:20:00Z"));
    private static final Ears EARS = new Ears();

    @TempDir
    private static Path home;

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() throws IOException {
        TestHome.copyTo(home);
        Files.writeString(home.resolve("config/reports.yaml"), """
                reports:
                  - {period: daily, at: "06:30", sites: all, recipients: [energy@example.org], slack: true}
                mark-estimated-above: 20 %
                withhold-above: 50 %
                """);
        Map<String, String> settings = EARS.settings();
        settings.putAll(Map.of("readings.history", "2d", "reports.url", "https://wattline.example.org/"));
        wattline = WattlineUnderTest.start(home, SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK, settings,
                RunMode.ONCE, Map.of());
        wattline.sync();
        wattline.request("direct:quality-days", null);
    }

    @AfterAll
    static void stop() {
        wattline.close();
        EARS.close();
    }

    @BeforeEach
    void nothing_was_reported() {
        wattline.database().execute("truncate reports, report_deliveries restart identity");
        EARS.reset();
    }

    @Test
    void a_report_is_made_once_when_its_time_has_come_in_the_time_zone_of_the_site() throws Exception {
        run();
        assertThat(EARS.mails()).as("06:20 in London").isEmpty();
        CLOCK.advance(Duration.ofMinutes(15));
        run();
        run();
        assertThat(EARS.mails()).hasSize(1);
        MimeMessage mail = EARS.mails().get(0);
        assertThat(mail.getSubject()).startsWith("[Wattline daily] Example Mill: ").contains(" kWh");
        assertThat(mail.getHeader("Message-ID")).containsExactly(
                wattline.value("select message_id from report_deliveries where channel = 'email'").toString());
        assertThat(EARS.heard("slack")).hasSize(1);
        assertThat(EARS.heard("slack").get(0).path("text").asText())
                .contains("https://wattline.example.org/#/sites/23272?start=2026-07-01&end=2026-07-02");
        assertThat(wattline.rows("select channel, state, attempts from report_deliveries order by 1"))
                .extracting(Map::values).extracting(List::copyOf)
                .containsExactly(List.of("email", "sent", 1), List.of("slack", "sent", 1));
        CLOCK.advance(Duration.ofMinutes(-15));
    }

    @Test
    void a_message_that_was_perhaps_sent_is_sent_again_with_the_same_id() throws Exception {
        CLOCK.advance(Duration.ofMinutes(15));
        run();
        String id = EARS.mails().get(0).getHeader("Message-ID")[0];
        // the process was killed between the mail server's answer and the outcome
        wattline.database().execute("update report_deliveries set state = 'waiting', sent_at = null, "
                + "next_attempt_at = now() - interval '10 years' where channel = 'email'");
        run();
        assertThat(EARS.mails()).hasSize(2);
        assertThat(EARS.mails().get(1).getHeader("Message-ID")[0]).isEqualTo(id);
        CLOCK.advance(Duration.ofMinutes(-15));
    }

    @Test
    void a_message_that_is_refused_waits_and_is_tried_again() {
        CLOCK.advance(Duration.ofMinutes(15));
        EARS.refuse("slack", 500, null);
        run();
        assertThat(wattline.rows("select state, last_error from report_deliveries where channel = 'slack'").get(0))
                .containsEntry("state", "waiting").containsEntry("last_error",
                        "Slack responded with status 500; allowed: 2xx");
        EARS.accept("slack");
        CLOCK.advance(Duration.ofMinutes(5));
        run();
        assertThat(EARS.heard("slack")).hasSize(1);
        CLOCK.advance(Duration.ofMinutes(-20));
    }

    private static void run() {
        wattline.request("direct:reports-run", null);
    }
}
