package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code alerts} and {@code alert-to}: from what is found to what people read, by every way. */
class AlertsRoutesTest {

    private static final String NASTY =
            "Pump \"7\"\r\nBcc: all@example.org\u2028 <!channel> <b>&amp; *bold* ${body} {{smtp.host}} ⚡";

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:00:00.394025216Z"));
    private static final Ears EARS = new Ears();
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        Map<String, String> settings = EARS.settings();
        settings.putAll(Map.of("readings.history", "2d", "database.connect-timeout", "500ms"));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK, settings);
        wattline.sync();
    }

    @AfterAll
    static void stop() {
        wattline.close();
        EARS.close();
    }

    /** Nothing was ever wrong, and all is well. */
    @BeforeEach
    void reset() {
        wattline.awaitIdle();
        wattline.database().execute("truncate alerts, alert_events, alert_outbox, alert_silences restart identity; "
                + "update poll_state set state = 'live', state_reason = null, last_error = null, last_reading_at = '"
                + CLOCK.instant().minus(Duration.ofMinutes(20)) + "'; "
                + "update channels set channel_name = 'Main', last_seen_at = '" + CLOCK.instant() + "'");
        EARS.reset();
    }

    private void check() {
        wattline.request("direct:alerts-check", null);
    }

    private void die(String name) {
        wattline.database().execute("update channels set channel_name = E'" + name.replace("\r", "\\r")
                .replace("\n", "\\n").replace("'", "''") + "'; "
                + "update poll_state set state = 'dead', state_reason = 'refused 3 times running'");
    }

    private void revive() {
        wattline.database().execute("update poll_state set state = 'live', state_reason = null");
    }

    /** So many and no more, by mail and Slack. */
    private void told(int times) {
        await().during(Duration.ofMillis(300))
                .until(() -> EARS.mails().size() == times && EARS.heard("slack").size() == times);
    }

    /** Slack was asked so often, and what came of it is noted: the next attempt counts from there. */
    private void attempted(int times) {
        await().until(() -> EARS.asked("slack") == times
                && wattline.rows("select 1 from alert_outbox where channel = 'slack' and attempts = ?", times)
                .size() == 1);
    }

    @Test
    void nothing_wrong_says_nothing() {
        check();
        told(0);
        assertThat(wattline.rows("select alert_key, state from alerts where state <> 'pending'")).isEmpty();
    }

    @Test
    void people_are_told_once_when_it_begins_and_once_when_it_is_over() throws Exception {
        Instant second = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
        die("Main");
        check();
        told(1);
        assertThat(EARS.subjects())
                .containsExactly("[Wattline warning] The source refuses a channel: channel 61001 'Main', site 23272 "
                        + "'Example Mill'");
        assertThat(part(EARS.mails().get(0), "text/plain"))
                .contains("- channel 61001 'Main': the channel is dead; refused 3 times running",
                "What to do: Check the channel at the vendor. It is tried once a day and resumes by itself.",
                        "Runbook: docs/runbooks/channel-dead.md",
                "Alert channel-dead/23272, since " + second + ", seen at " + second + ".");
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        told(1);
        CLOCK.advance(Duration.ofMinutes(11));
        revive();
        check();
        told(2);
        assertThat(EARS.subjects().get(1))
                .isEqualTo("[Wattline resolved] The source refuses a channel: channel 61001 'Main', site 23272 "
                        + "'Example Mill'");
        assertThat(part(EARS.mails().get(1), "text/plain")).contains("It lasted 12 m.");
        check();
        die("Main");
        check();
        told(3);
        assertThat(wattline.rows("select state from alerts where rule = 'channel-dead' order by alert_id"))
                .containsExactly(Map.of("state", "resolved"), Map.of("state", "firing"));
        await().untilAsserted(() ->
                assertThat(wattline.rows("select event from alert_events where alert_id = (select min(alert_id) "
                        + "from alerts where rule = 'channel-dead') order by event_id"))
                .extracting(row -> row.get("event"))
                .containsExactly("pending", "firing", "told-fired", "resolved", "told-resolved"));
    }

    @Test
    void names_from_the_source_are_text_in_mail_slack_and_pagerduty() throws Exception {
        wattline.database().execute("update poll_state set last_error = 'x'");
        die(NASTY + "x".repeat(100_000));
        wattline.request("direct:alerts-check", null, Map.of("X-Eniscope-Token", "token-of-a-session", "runId", 7L));
        told(1);
        MimeMessage message = EARS.mails().get(0);
        assertThat(message.getSubject()).contains("Pump \"7\" Bcc: all@example.org").contains("${body} {{smtp.host}} ⚡")
                .doesNotContain("\r", "\n").hasSizeLessThan(450);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(part(message, "text/html")).contains("&lt;!channel&gt; &lt;b&gt;&amp;amp;").contains("⚡")
                .doesNotContain("<b>&", "<!channel>");
        assertThat(part(message, "text/plain")).contains("<!channel> <b>&amp;").hasSizeLessThan(2000);
        assertThat(Collections.list(message.getAllHeaders())).extracting(Header::getName).map(String::toLowerCase)
                .isSubsetOf("return-path", "received",
                "from", "to", "subject", "date", "message-id", "mime-version", "content-type",
                        "content-transfer-encoding", "x-wattline-message");
        JsonNode slack = EARS.heard("slack").get(0);
        assertThat(slack.path("text").asText()).contains("&lt;!channel&gt; &lt;b&gt;&amp;amp;").contains("${body}")
                .contains("⚡").doesNotContain("<");
        assertThat(slack.path("blocks").findValuesAsText("text"))
                .allSatisfy(text -> assertThat(text).doesNotContain("<"));
    }

    @Test
    void a_way_that_is_down_delays_no_other_and_is_tried_again_until_it_is_given_up_which_the_others_hear() {
        EARS.refuse("slack", 500, null);
        die("Main");
        check();
        await().until(() -> EARS.mails().size() == 1);
        attempted(1);
        check();
        await().during(Duration.ofMillis(300)).until(() -> EARS.asked("slack") == 1);
        CLOCK.advance(Duration.ofSeconds(31));
        check();
        attempted(2);
        CLOCK.advance(Duration.ofHours(25));
        check();
        await().until(() ->
                "dead".equals(wattline.value("select state from alert_outbox where channel = 'slack' "
                        + "order by outbox_id limit 1")));
        check();
        await().until(() -> EARS.subjects().stream()
                .anyMatch(subject ->
                subject.equals("[Wattline critical] Notifications could not be delivered: slack")));
        assertThat(wattline.rows("select 1 from alert_outbox o join alerts a using (alert_id) "
                + "where a.rule = 'delivery-dead' and o.channel = 'slack'")).isEmpty();
    }

    @Test
    void slack_that_wants_to_be_left_alone_is_left_alone_for_as_long_as_it_says() {
        EARS.refuse("slack", 429, "180");
        die("Main");
        check();
        attempted(1);
        EARS.accept("slack");
        CLOCK.advance(Duration.ofSeconds(170));
        check();
        await().during(Duration.ofMillis(300)).until(() -> EARS.asked("slack") == 1);
        CLOCK.advance(Duration.ofSeconds(11));
        check();
        await().until(() -> EARS.heard("slack").size() == 1);
        await().untilAsserted(() ->
                assertThat(wattline.rows("select attempts, state from alert_outbox where channel = 'slack'"))
                .containsExactly(Map.of("attempts", 2, "state", "sent")));
    }

    @Test
    void what_is_over_before_it_could_be_told_is_told_only_as_over() {
        EARS.refuse("slack", 503, null);
        die("Main");
        check();
        attempted(1);
        CLOCK.advance(Duration.ofMinutes(2));
        revive();
        EARS.accept("slack");
        check();
        await().during(Duration.ofMillis(300)).until(() -> EARS.heard("slack").size() == 1);
        assertThat(EARS.heard("slack").get(0).path("text").asText()).startsWith("[Wattline resolved]");
        assertThat(wattline.value("select state from alert_outbox where channel = 'slack' and kind = 'fired'"))
                .isEqualTo("superseded");
    }

    @Test
    void every_event_of_an_alert_has_the_same_key_at_pagerduty_also_after_the_alert_was_stored() throws Exception {
        Instant seen = CLOCK.instant();
        wattline.database()
                .execute("update channels set installed_at = '2026-01-01'; update poll_state set last_reading_at = '"
                + seen.minus(Duration.ofHours(3)) + "'");
        check();
        await().until(() -> EARS.heard("pagerduty").size() == 1);
        CLOCK.advance(Duration.ofHours(5));
        check();
        await().until(() -> EARS.heard("pagerduty").size() == 2);
        long id = (long) wattline.value("select alert_id from alerts where rule = 'no-data'");
        assertThat(new AlertActions(wattline.database().dataSource(), java.util.List::of, CLOCK).acknowledge(id, "ann"))
                .isTrue();
        wattline.request("direct:alert-delivery-start", null);
        await().until(() -> EARS.heard("pagerduty").size() == 3);
        wattline.database().execute("update poll_state set last_reading_at = '" + CLOCK.instant() + "'");
        check();
        await().until(() -> EARS.heard("pagerduty").size() == 4);
        assertThat(EARS.heard("pagerduty")).extracting(event -> event.path("event_action").asText())
                .containsExactly("trigger", "trigger", "acknowledge", "resolve");
        assertThat(EARS.heard("pagerduty")).extracting(event -> event.path("dedup_key").asText())
                .containsOnly((String) wattline.value("select incident from alerts where rule = 'no-data'"));
    }

    @Test
    void a_message_that_was_handed_over_but_not_noted_comes_again_with_the_same_name() {
        die("Main");
        check();
        told(1);
        await("it is noted").until(() -> wattline.value("select state from alert_outbox where channel = 'slack'")
                .equals("sent"));
        wattline.database()
                .execute("update alert_outbox set state = 'waiting', settled_at = null where channel = 'slack'");
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        await().until(() -> EARS.heard("slack").size() == 2);
        List<JsonNode> twice = EARS.heard("slack");
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
    }

    @Test
    void while_the_database_is_away_alerts_go_out_from_memory_and_are_booked_later() {
        wattline.database().goAway();
        try {
            check();
            told(1);
            CLOCK.advance(Duration.ofMinutes(1));
            check();
            told(1);
        } finally {
            wattline.database().comeBack();
        }
        assertThat(EARS.subjects()).containsExactly("[Wattline critical] The database does not answer");
        await().until(() -> {
            check();
            CLOCK.advance(Duration.ofMinutes(2));
            check();
            return wattline.rows("select 1 from alerts where rule = 'database-unreachable' and state = 'resolved'")
                    .size() == 1;
        });
        told(2);
        assertThat(EARS.subjects().get(1)).isEqualTo("[Wattline resolved] The database does not answer");
        await().untilAsserted(() -> assertThat(EARS.heard("pagerduty"))
                .extracting(event -> event.path("event_action").asText()).containsExactly("trigger", "resolve"));
        assertThat(EARS.heard("pagerduty")).extracting(event -> event.path("dedup_key").asText()).hasSize(2)
                .containsOnly(
                (String) wattline.value("select incident from alerts where rule = 'database-unreachable'"));
        assertThat(wattline.rows("select state from alerts where rule = 'database-unreachable'"))
                .containsExactly(Map.of("state", "resolved"));
        await().untilAsserted(() ->
                assertThat(wattline.rows("select kind, state, count(*)::int as n from alert_outbox group by 1, 2 "
                        + "order by 1")).containsExactly(
                Map.of("kind", "fired", "state", "sent", "n", 3), Map.of("kind", "resolved", "state", "sent", "n", 3)));
    }

    private static String part(MimeMessage message, String type) throws Exception {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("no part " + type);
    }
}
