package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people read, word by word, by every way: {@code src/test/resources/alert/<what>.<way>}. What was found instead
 * is in {@code target/alert}.
 */
class AlertWordsTest {

    private static final Path EXPECTED = Path.of("src/test/resources/alert");
    private static final Path FOUND = Path.of("target/alert");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final MovableClock CLOCK = new MovableClock(NOON);
    private static final Ears EARS = new Ears();
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOUND);
        Map<String, String> settings = EARS.settings();
        settings.put("readings.history", "2d");
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK, settings);
        wattline.sync();
    }

    @AfterAll
    static void stop() {
        wattline.close();
        EARS.close();
    }

    @BeforeEach
    void all_is_well_at_noon() {
        wattline.awaitIdle();
        CLOCK.advance(Duration.between(CLOCK.instant(), NOON));
        wattline.database()
                .execute("truncate alerts, alert_events, alert_outbox, alert_silences restart identity; delete "
                        + "from poll_state where channel_id > 100000; delete from channels where channel_id > 100000; "
                + "update organizations set organization_name = 'Mill <b>& \"Söhne\"</b>'; update poll_state "
                + "set last_reading_at = '2026-02-03T11:40:00Z'; "
                + "update channels set last_seen_at = '2026-02-03T12:00:00Z', installed_at = '2026-02-03T12:00:00Z'");
        EARS.reset();
    }

    private static void check() {
        wattline.request("direct:alerts-check", null);
    }

    private static void told(int times) {
        await().until(() -> EARS.mails().size() == times && EARS.heard("slack").size() == times
                && EARS.heard("pagerduty").size() == times);
    }

    @Test
    void from_its_beginning_to_its_end_every_way_says_it_word_by_word() throws Exception {
        wattline.database()
                .execute("update channels set installed_at = '2026-01-01T00:00Z'; update poll_state "
                        + "set last_reading_at = '2026-02-03T10:30:00Z'");
        check();
        told(1);
        as_expected("fired", 0);
        CLOCK.advance(Duration.ofMinutes(5));
        long id = (long) wattline.value("select alert_id from alerts where rule = 'no-data'");
        assertThat(new AlertActions(wattline.database().dataSource(), java.util.List::of, CLOCK)
                .acknowledge(id, "ann <ops>")).isTrue();
        wattline.request("direct:alert-delivery-start", null);
        told(2);
        as_expected("acknowledged", 1);
        CLOCK.advance(Duration.ofMinutes(7));
        wattline.database().execute("update poll_state set last_reading_at = '2026-02-03T11:45:00Z'");
        check();
        told(3);
        as_expected("resolved", 2);
    }

    private static void as_expected(String what, int nth) throws Exception {
        MimeMessage mail = EARS.mails().get(nth);
        String head = "Subject: " + mail.getSubject() + "\nFrom: " + mail.getFrom()[0] + "\nTo: "
                + mail.getAllRecipients()[0] + "\nX-Wattline-Message: " + mail.getHeader("X-Wattline-Message", null)
                + "\n\n";
        Multipart parts = (Multipart) mail.getContent();
        same(what + ".txt", head + part(parts, "text/plain"));
        same(what + ".html", part(parts, "text/html") + "\n");
        same(what + ".slack.json", EARS.heard("slack").get(nth));
        same(what + ".pagerduty.json", EARS.heard("pagerduty").get(nth));
    }

    private static void same(String name, String found) throws IOException {
        String text = found.replace("\r\n", "\n");
        Files.writeString(FOUND.resolve(name), text);
        assertThat(EXPECTED.resolve(name)).content().as(name).isEqualTo(text);
    }

    private static void same(String name, JsonNode found) throws IOException {
        Files.writeString(FOUND.resolve(name), JSON.writeValueAsString(found) + "\n");
        assertThat(found).as(name).isEqualTo(JSON.readTree(EXPECTED.resolve(name).toFile()));
    }

    private static String part(Multipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("no part " + type);
    }

    /**
     * Channels of the site beside the one of the plant; of the first {@code stale} nothing has come for over an hour.
     */
    private static void channels(int all, int stale) {
        wattline.database()
                .execute("insert into channels (channel_id, channel_name, organization_id, interval_seconds, "
                        + "installed_at, last_seen_at) select 100000 + n, 'Meter ' || n, organization_id, 900, "
                + "'2026-01-01T00:00Z', '2026-02-03T12:00:00Z' from generate_series(1, " + all
                + ") n, channels where channel_id = 61001; "
                + "insert into poll_state (channel_id, filled_at, last_reading_at, last_attempt_at) "
                + "select 100000 + n, '2026-01-02T00:00Z', case when n <= " + stale
                + " then '2026-02-03T10:30:00Z' else '2026-02-03T11:45:00Z' end::timestamptz, '2026-02-03T12:00:00Z' "
                + "from generate_series(1, " + all + ") n");
    }

    @Test
    void a_thousand_channels_that_fall_silent_are_one_message_and_one_more_when_they_are_back() {
        channels(4100, 1000);
        check();
        await().during(Duration.ofMillis(300)).until(() -> EARS.mails().size() == 1 && EARS.heard("slack").size() == 1);
        assertThat(EARS.subjects())
                .containsExactly("[Wattline warning] No data for 4 intervals: 1000 channels, site 23272 'Mill <b>& "
                        + "\"Söhne\"</b>'");
        assertThat(EARS.heard("slack").get(0).at("/blocks/1/text/text").asText()).as("what Slack takes")
                .hasSizeLessThan(3000).endsWith("\n• ...\n• and 980 more (table alerts)");
        assertThat(wattline.value("select jsonb_array_length(members) from alerts where rule = 'channel-stale'"))
                .isEqualTo(1000);
        wattline.database().execute("update poll_state set last_reading_at = '2026-02-03T11:45:00Z'");
        CLOCK.advance(Duration.ofMinutes(1));
        check();
        await().during(Duration.ofMillis(300)).until(() -> EARS.mails().size() == 2 && EARS.heard("slack").size() == 2);
        assertThat(EARS.subjects().get(1)).startsWith("[Wattline resolved] No data for 4 intervals: 1000 channels");
    }

    @Test
    void a_site_all_of_whose_thousand_channels_fall_silent_is_one_message_that_says_how_many() {
        channels(1000, 1000);
        wattline.database()
                .execute("update poll_state set last_reading_at = '2026-02-03T10:30:00Z'; update channels "
                        + "set installed_at = '2026-01-01T00:00Z'");
        check();
        await().during(Duration.ofMillis(300)).until(() -> EARS.mails().size() == 1 && EARS.heard("slack").size() == 1);
        assertThat(EARS.subjects())
                .containsExactly("[Wattline critical] No data from the whole site: site 23272 'Mill <b>& "
                        + "\"Söhne\"</b>'");
        assertThat(EARS.heard("slack").get(0).toString()).contains("channel-stale (1001 now)");
    }
}
