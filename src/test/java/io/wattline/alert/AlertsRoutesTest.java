package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.wattline.WattlineUnderTest;
import io.wattline.demo.WebhookCatcher;
import io.wattline.meter.Channel;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.PollSettings;
import io.wattline.reading.PollState;
import io.wattline.simulator.Plant;
import io.wattline.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Scrape;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code alerts}: told once when new, once when over, on every way that is set up, and on none that is not. */
class AlertsRoutesTest {

    private static final String NASTY = "Pump \"7\"\r\nBcc: all@example.org\u2028 <!channel> <b>&amp; *bold* ${body} {{smtp.host}} ⚡";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));
    private final int smtpPort = freePort();
    private final WebhookCatcher slack = WebhookCatcher.start();
    private GreenMail mail;
    private WattlineUnderTest wattline;

    @BeforeEach
    void startMail() {
        mail = mailServer();
    }

    @AfterEach
    void stop() {
        wattline.close();
        slack.close();
        mail.stop();
    }

    private void start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("smtp.host", "127.0.0.1", "smtp.port", String.valueOf(smtpPort), "smtp.tls", "none",
                "alert.email.from", "wattline@example.org", "alert.email.to", "operators@example.org", "slack.webhook.url", slack.slackUrl(),
                "alert.retry.delay", "100ms", "alert.retry.max", "20"));
        settings.putAll(more);
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, settings);
    }

    @Test
    void people_are_told_once_when_it_begins_and_once_when_it_is_over() throws Exception {
        start(Map.of());
        wattline.request("direct:alerts-tell", dead("Main"));
        told(1);
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("[Wattline warning] Channel 61001 'Main' is dead");
        assertThat(mail.getReceivedMessages()[0].getContent().toString()).contains("is taken for dead").contains("2026-02-03T12:00:00Z").contains("channel-61001");
        assertThat(slack.posts().get(0).body()).contains("Channel 61001 'Main' is dead");

        wattline.request("direct:alerts-tell", dead("Main"));
        wattline.request("direct:alerts-tell", alive("Main"));
        told(2);
        assertThat(mail.getReceivedMessages()[1].getSubject()).isEqualTo("[Wattline info] Over: channel-61001");
        wattline.request("direct:alerts-tell", alive("Main"));
        wattline.request("direct:alerts-tell", dead("Main"));
        told(3);
        assertThat(wattline.rows("select state, times_seen from alerts order by alert_id")).containsExactly(Map.of("state", "resolved", "times_seen", 2),
                Map.of("state", "firing", "times_seen", 1));
    }

    /** So many and no more. */
    private void told(int times) {
        await().atMost(Duration.ofSeconds(10)).during(Duration.ofMillis(300))
                .until(() -> mail.getReceivedMessages().length == times && slack.posts().size() == times);
    }

    @Test
    void names_from_the_source_are_text_in_mail_and_slack() throws Exception {
        start(Map.of());
        wattline.request("direct:alerts-tell", dead(NASTY + "x".repeat(100_000)), Map.of("X-Eniscope-Token", "token-of-a-session", "runId", 7L));
        told(1);
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).contains("Pump \"7\" Bcc: all@example.org").contains("<!channel> <b>&amp;").contains("${body} {{smtp.host}} ⚡")
                .doesNotContain("\r", "\n").hasSizeLessThan(400);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getContent().toString()).contains("⚡").hasSizeLessThan(2000);
        assertThat(Collections.list(message.getAllHeaders())).extracting(Header::getName).map(String::toLowerCase).isSubsetOf("return-path", "received",
                "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding");
        String text = new ObjectMapper().readTree(slack.posts().get(0).body()).path("text").asText();
        assertThat(text).contains("&lt;!channel&gt; &lt;b&gt;&amp;amp;").contains("${body}").contains("⚡").doesNotContain("<");
    }

    @Test
    void a_mail_server_that_is_down_delays_neither_readings_nor_slack_and_is_tried_again() {
        start(Map.of());
        mail.stop();
        long start = System.nanoTime();
        wattline.request("direct:alerts-tell", dead("Main"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("the caller does not wait").isLessThan(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(5)).until(() -> slack.posts().size() == 1);
        mail = mailServer();
        told(1);
    }

    @Test
    void a_webhook_that_is_refused_does_not_delay_mail_and_is_tried_again_until_it_is_given_up() {
        start(Map.of("slack.webhook.url", slack.slackUrl().replace("/slack", "/elsewhere"), "alert.retry.max", "2"));
        wattline.request("direct:alerts-tell", dead("Main"));
        await().atMost(Duration.ofSeconds(5)).until(() -> mail.getReceivedMessages().length == 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> Scrape.of(wattline).value("wattline_breakdowns_total{route=\"alerts-slack\"}") == 1);
        assertThat(slack.posts()).isEmpty();
    }

    @Test
    void nothing_set_up_is_off_and_breaks_nothing() {
        start(Map.of("smtp.host", "", "slack.webhook.url", ""));
        wattline.request("direct:alerts-tell", dead("Main"));
        wattline.request("direct:alerts-tell", alive("Main"));
        assertThat(wattline.value("select state from alerts")).isEqualTo("resolved");
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(slack.posts()).isEmpty();
        assertThat(Scrape.of(wattline).text()).doesNotContain("wattline_breakdowns_total");
    }

    @Test
    void mail_that_waits_for_its_server_does_not_hold_up_the_stop() {
        start(Map.of("alert.retry.delay", "1m"));
        mail.stop();
        wattline.request("direct:alerts-tell", dead("Main"));
        await().atMost(Duration.ofSeconds(5)).until(() -> slack.posts().size() == 1);
        long start = System.nanoTime();
        wattline.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    private Map<String, Object> dead(String name) {
        ChannelPoll poll = poll(name, PollState.Status.LIVE);
        for (int i = 0; i < 50 && poll.failure().isEmpty(); i++) {
            if (poll.wantsFields()) {
                poll.offered(List.of());
            }
            poll.refused(poll.next(), "Invalid Parameter");
        }
        return new Notices(new NoticeTargets("", "", "", ""), clock).channel(poll);
    }

    private Map<String, Object> alive(String name) {
        ChannelPoll poll = poll(name, PollState.Status.DEAD);
        poll.took(poll.next());
        return new Notices(new NoticeTargets("", "", "", ""), clock).channel(poll);
    }

    private ChannelPoll poll(String name, PollState.Status status) {
        Channel channel = new Channel(61_001, name, "23271", "20", Duration.ofMinutes(15), null, null);
        PollState state = new PollState(null, null, null, null, List.of("E"), true, 2, 2, status, null, clock.instant());
        PollSettings settings = new PollSettings(Duration.ofHours(2), Duration.ofMinutes(2), Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(1),
                Duration.ofDays(96), List.of("E"), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24));
        return ChannelPoll.due(channel, state, List.of(), settings, 1, clock.instant());
    }

    private GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
