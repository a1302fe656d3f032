package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.health.TimerWatch;
import io.wattline.http.HttpServer;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A service on its timers: rules are evaluated, canaries arrive, a sign of life is given, and people take alerts on
 * over HTTP.
 */
class AlertHttpTest {

    private static final String TOKEN = "0123456789abcdef-token";
    private static final Ears EARS = new Ears();
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:05:00Z"));
        Map<String, String> settings = EARS.settings();
        settings.putAll(Map.of("readings.history", "2d", "readings.poll.cron", "0/1 * * * * ?", "alerts.cron",
                "0/1 * * * * ?", "wattline.http.token", TOKEN,
                "heartbeat.url", EARS.url("heartbeat"), "heartbeat.mail.to", "watch@example.org"));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, settings,
                RunMode.TIMERS);
        await().until(() ->
                (long) wattline.value("select count(*) from poll_state where last_reading_at is not null") == 1);
    }

    @AfterAll
    static void stop() {
        wattline.close();
        EARS.close();
    }

    @Test
    void after_a_cycle_a_canary_is_there_and_whoever_waits_hears_a_sign_of_life_by_mail_only_once_a_day() {
        await().until(() -> EARS.asked("heartbeat") > 1 && EARS.subjects().stream()
                .anyMatch(subject -> subject.startsWith("[Wattline] alive at")));
        assertThat((long) wattline.value("select count(*) from canaries where energy_kwh between 0.2 and 0.3"))
                .isPositive();
        assertThat(EARS.subjects().stream().filter(subject -> subject.startsWith("[Wattline] alive at"))).hasSize(1);
    }

    @Test
    void an_alert_is_taken_on_over_http_with_the_token_and_with_nothing_less() throws Exception {
        wattline.database()
                .execute("insert into planned_pauses (channel_id, pause_start, reason) "
                        + "values (61001, '2026-01-01', 'test'); insert into data_gaps (channel_id, gap_start, "
                        + "gap_end) "
                + "values (61001, '2026-02-01T00:00Z', '2026-02-01T07:00Z')");
        await().until(() -> EARS.heard("slack").stream().anyMatch(post -> post.toString().contains("gap-long")));
        long id = (long) wattline.value("select alert_id from alerts where rule = 'gap-long'");
        String body = "{\"alert\": " + id + ", \"by\": \"ann\"}";
        assertThat(post("acknowledge", body, null).statusCode()).isEqualTo(401);
        assertThat(post("acknowledge", body, "wrong-token-of-somebody").statusCode()).isEqualTo(401);
        assertThat(post("acknowledge", "nonsense", TOKEN).statusCode()).isEqualTo(400);
        assertThat(post("acknowledge", "{\"alert\": 4711, \"by\": \"ann\"}", TOKEN).statusCode()).isEqualTo(409);
        assertThat(post("acknowledge", body, TOKEN).body()).isEqualTo("{\"acknowledged\":" + id + "}");
        await().until(() -> EARS.heard("slack").stream()
                .anyMatch(post -> post.toString().contains("Acknowledged by ann.")));
        assertThat(wattline.value("select state from alerts where alert_id = ?", id)).isEqualTo("acknowledged");
        assertThat(post("silence", "{\"rule\": \"gap-long\", \"for\": \"2h\", \"reason\": \"known\", \"by\": \"ann\"}",
                TOKEN).statusCode()).isEqualTo(200);
        assertThat(post("silence", "{\"for\": \"soon\"}", TOKEN).statusCode()).isEqualTo(400);
        assertThat(wattline.value("select rule from alert_silences")).isEqualTo("gap-long");
    }

    @Test
    void a_timer_whose_turn_does_not_begin_is_late_and_the_others_are_not() {
        assertThat(new TimerWatch(wattline.context(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5))).late())
                .isEmpty();
        assertThat(new TimerWatch(wattline.context(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10))).late())
                .anySatisfy(late -> {
            assertThat(late.subject().words()).isEqualTo("alerts-evaluate");
            assertThat(late.value()).isGreaterThanOrEqualTo(590.0);
        });
    }

    private static HttpResponse<String> post(String what, String body, String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HttpServer.port(wattline.context())
                .orElseThrow() + "/api/alerts/" + what))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return HttpClient.newHttpClient()
                .send((token == null ? request : request.header("Authorization", "Bearer " + token)).build(),
                BodyHandlers.ofString());
    }
}
