package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule {@code forecast-warns}: one message for a warning, however often it is made again, and one for its end. */
class ForecastAlertTest {

    /** The view of open forecasts goes by the time of the database. */
    private static final String WARNING = "insert into forecasts (kind, subject, subject_name, channel_id, made_for, "
            + "made_at, horizon_end, probability, persistence, line, limit_value, warned, muted, sentence, advice, "
            + "own_action) values ('late', 'channel:61001', 'c', 61001, wattline_now() - interval '%1$d h', "
            + "wattline_now() - interval '%1$d h', wattline_now() + interval '7 days', 0.8, 0, 0, 7200, true, false, "
            + "'s', 'a', 'd')";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:05:00.123456789Z"));
    private final WattlineUnderTest wattline = WattlineUnderTest.start(
            SimulatorSettings.of(Plant.of(1, 1), clock), clock,
            Map.of("readings.history", "1d", "slack.webhook.url", "http://127.0.0.1:1/slack"));

    @AfterEach
    void stop() {
        wattline.close();
    }

    private List<String> messages() {
        wattline.request("direct:alerts-check", null);
        return wattline.database().rows("select kind from alert_outbox join alerts using (alert_id) "
                + "where rule = 'forecast-warns' and channel = 'slack' order by outbox_id");
    }

    @Test
    void a_warning_is_one_message_for_a_subject_and_a_day_and_its_end_another_after_three_days_without() {
        wattline.sync();
        assertThat(messages()).isEmpty();
        for (int i = 0; i < 3; i++) {
            wattline.database().execute(WARNING.formatted(3 - i));
            assertThat(messages()).as("made again on day %d", i).containsExactly("fired");
            clock.advance(Duration.ofDays(1));
        }
        wattline.database().execute("truncate forecasts cascade");
        assertThat(messages()).containsExactly("fired");
        clock.advance(Duration.ofDays(2));
        assertThat(messages()).as("not ended before three days without a warning").containsExactly("fired");
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        assertThat(messages()).containsExactly("fired", "resolved");
    }
}
