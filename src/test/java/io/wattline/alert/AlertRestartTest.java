package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wattline is stopped and started again in the middle of every state of an alert: nobody notices. */
class AlertRestartTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:05:00Z"));

    private static List<Object> kinds(WattlineUnderTest wattline) {
        return kinds(wattline, "");
    }

    private static List<Object> kinds(WattlineUnderTest wattline, String rule) {
        return wattline.rows("select kind from alert_outbox join alerts using (alert_id) where channel = 'slack' "
                + "and rule like ? || '%' order by outbox_id", rule).stream()
                .map(row -> row.get("kind")).toList();
    }

    private static void check(WattlineUnderTest wattline) {
        wattline.request("direct:alerts-check", null);
    }

    @Test
    void whatever_state_an_alert_is_in_a_restart_changes_nothing() throws Exception {
        try (Ears ears = new Ears();
                WattlineUnderTest wattline =
                        WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, ears.settings())) {
            wattline.sync();
            wattline.database().execute("update channels set last_seen_at = '2027-01-01', installed_at = '"
                    + clock.instant() + "'; update poll_state set last_error = 'status 500'");
            check(wattline);
            assertThat(wattline.value("select state from alerts where rule = 'source-failing'")).isEqualTo("pending");
            wattline.restart();
            clock.advance(Duration.ofMinutes(5));
            ears.refuse("slack", 503, null);
            check(wattline);
            await().until(() -> ears.asked("slack") == 1);
            assertThat(kinds(wattline)).as("pending, then a restart: its time goes on").containsExactly("fired");
            wattline.restart();
            ears.accept("slack");
            clock.advance(Duration.ofMinutes(1));
            check(wattline);
            await("firing, and its message on the way").until(() -> ears.heard("slack").size() == 1);
            assertThat(kinds(wattline)).containsExactly("fired");
            long id = (long) wattline.value("select alert_id from alerts where rule = 'source-failing'");
            assertThat(new AlertActions(wattline.database().dataSource(), java.util.List::of, clock)
                            .acknowledge(id, "ann"))
                    .isTrue();
            wattline.restart();
            clock.advance(Duration.ofHours(5));
            check(wattline);
            await("acknowledged").until(() -> ears.heard("pagerduty").size() == 2);
            assertThat(ears.heard("pagerduty").get(1).path("event_action").asText()).isEqualTo("acknowledge");
            clock.advance(Duration.ofHours(3));
            check(wattline);
            assertThat(kinds(wattline)).as("whoever was at it has been silent for 8 hours")
                    .containsExactly("fired", "acknowledged", "expired");
            clock.advance(Duration.ofHours(4));
            check(wattline);
            assertThat(kinds(wattline)).as("critical, and it goes on")
                    .containsExactly("fired", "acknowledged", "expired", "repeated");
            wattline.database().execute("update poll_state set last_error = null");
            check(wattline);
            wattline.restart();
            check(wattline);
            await("resolved").until(() -> ears.heard("slack").size() == 5);
            assertThat(kinds(wattline)).containsExactly("fired", "acknowledged", "expired", "repeated", "resolved");
            assertThat(ears.heard("slack").get(4).toString()).contains("It lasted 12 h 6 m.");
            assertThat(wattline.rows("select distinct message->>'incident' as incident from alert_outbox "
                    + "where message->>'rule' = 'source-failing'")).hasSize(1);
        }
    }

    @Test
    void a_silence_and_the_time_until_it_is_over_outlive_a_restart(@TempDir Path folder) throws Exception {
        Path home = TestHome.copyTo(folder);
        TestHome.edit(home.resolve("config/alerts.yaml"),
                text -> text.replace("condition: channel_state(dead)\n",
                "condition: channel_state(dead)\n    clear-for: 10m\n"));
        try (Ears ears = new Ears(); WattlineUnderTest wattline = WattlineUnderTest.start(home,
                SimulatorSettings.of(Plant.of(1, 1), clock), clock, ears.settings(), RunMode.ONCE, Map.of())) {
            wattline.sync();
            long silence = new AlertActions(
                            wattline.database().dataSource(), () -> java.util.List.of("channel-dead"), clock)
                    .silence("channel-dead", null, null, Duration.ofHours(1), "rebuilding", "ann");
            wattline.database().execute("update channels set last_seen_at = '2027-01-01', installed_at = '"
                    + clock.instant() + "'; update poll_state set state = 'dead'");
            check(wattline);
            assertThat(wattline.value("select state || ', ' || quiet_reason from alerts where rule = 'channel-dead'")
                    .toString()).startsWith("firing, silence " + silence + " until");
            wattline.restart();
            clock.advance(Duration.ofMinutes(59));
            check(wattline);
            assertThat(kinds(wattline, "channel-dead")).as("silenced").isEmpty();
            clock.advance(Duration.ofMinutes(1));
            wattline.restart();
            check(wattline);
            assertThat(kinds(wattline, "channel-dead")).as("still so when the silence is over")
                    .containsExactly("fired");
            wattline.database().execute("update poll_state set state = 'live'");
            check(wattline);
            clock.advance(Duration.ofMinutes(6));
            wattline.restart();
            check(wattline);
            assertThat(kinds(wattline, "channel-dead")).as("over for 6 minutes of 10").containsExactly("fired");
            clock.advance(Duration.ofMinutes(4));
            check(wattline);
            assertThat(kinds(wattline, "channel-dead")).as("the time before the restart counts")
                    .containsExactly("fired", "resolved");
        }
    }
}
