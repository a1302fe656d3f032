package io.wattline.reading;

import static io.wattline.reading.ReadingsStage.instant;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Channels that the source refuses for ever, or until somebody has paid: tried once a day, told to people once, back by
 * themselves.
 */
class DeadChannelsTest {

    private static final int ONE = 61001;
    private static final Duration DAY = Duration.ofDays(1);
    private static ReadingsStage stage;

    /** No window of a day or more is answered while {@link Fault#WINDOW_TOO_LONG} is on. */
    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        stage = ReadingsStage.start(
                SimulatorSettings.of(Plant.of(2, 7), clock).withWindows(Duration.ofHours(1), DAY.multipliedBy(9)),
                Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static long requestsAfter(Duration pause) {
        stage.clock.advance(pause);
        long before = stage.wattline.simulator().seen().requestsOf(ONE);
        stage.poll();
        return stage.wattline.simulator().seen().requestsOf(ONE) - before;
    }

    private static String alert(int channelId) {
        stage.wattline.request("direct:alerts-check", null);
        return String.join(
                " ",
                stage
                        .wattline
                        .rows(
                                "select state || ' ' || rule || ' ' || details as said from alerts where rule in"
                                    + " ('channel-dead', 'channel-paused') and details like '%channel ' || ? || ' %'"
                                    + " order by alert_id",
                                String.valueOf(channelId))
                        .stream()
                        .map(row -> (String) row.get("said"))
                        .toList());
    }

    private static void die() {
        stage.begin(Fault.WINDOW_TOO_LONG);
        stage.poll();
        requestsAfter(Duration.ofMinutes(2));
        requestsAfter(Duration.ofMinutes(3));
    }

    @Test
    void a_channel_is_dead_after_three_refusals_running_and_people_are_told() {
        stage.begin(Fault.WINDOW_TOO_LONG);
        stage.poll();
        assertThat(stage.pollState(ONE)).containsEntry("state", "live").containsEntry("strikes", 1);
        requestsAfter(Duration.ofMinutes(2));
        assertThat(stage.pollState(ONE)).containsEntry("state", "live").containsEntry("strikes", 2);
        assertThat(alert(ONE)).isEmpty();
        requestsAfter(Duration.ofMinutes(3));
        assertThat(stage.pollState(ONE))
                .containsEntry("state", "dead")
                .containsEntry("strikes", 3)
                .hasEntrySatisfying("state_reason", reason -> assertThat((String) reason)
                        .contains("3 times in a row", "Invalid Parameter"));
        assertThat(instant(stage.pollState(ONE).get("state_since"))).isEqualTo(stage.clock.instant());
        assertThat(alert(ONE))
                .startsWith("firing channel-dead ")
                .contains("channel 61001 'LINE 1': the channel is dead", "Invalid Parameter");
        assertThat(stage.count("readings")).isZero();
    }

    @Test
    void a_dead_channel_is_tried_once_a_day() {
        die();
        assertThat(requestsAfter(Duration.ofHours(23))).isZero();
        assertThat(requestsAfter(Duration.ofHours(1))).isBetween(1L, 9L);
        assertThat(requestsAfter(Duration.ofHours(23))).isZero();
        assertThat(alert(ONE)).as("told once").startsWith("firing channel-dead ").doesNotContain("resolved");
    }

    @Test
    void a_dead_channel_that_answers_again_is_read_whole_and_people_are_told() {
        die();
        assertThat(alert(ONE)).startsWith("firing ");
        stage.wattline.simulator().faults().set(Set.of());
        requestsAfter(DAY);
        stage.mustBeTrue(ONE, stage.history());
        assertThat(stage.pollState(ONE))
                .containsEntry("state", "live")
                .containsEntry("strikes", 0)
                .containsEntry("state_reason", null)
                .containsEntry("window_max_seconds", null)
                .containsEntry("last_error", null);
        assertThat(alert(ONE)).startsWith("resolved ");
        assertThat(requestsAfter(Duration.ofMinutes(15))).isEqualTo(1);
    }

    @Test
    void an_ended_subscription_pauses_its_channel_only_tells_people_and_recovers() {
        stage.begin(Fault.SUBSCRIPTION_ENDED);
        int unpaid = stage.wattline.simulator().plant().struckBy(Fault.SUBSCRIPTION_ENDED).channelId();
        int paid = unpaid == ONE ? ONE + 1 : ONE;
        stage.poll();
        stage.mustBeTrue(paid, stage.history());
        assertThat(stage.pollState(unpaid)).containsEntry("state", "paused");
        assertThat(alert(unpaid)).startsWith("firing channel-paused ").contains("is paused", "402");
        long before = stage.wattline.simulator().seen().requestsOf(unpaid);
        requestsAfter(Duration.ofHours(23));
        assertThat(stage.wattline.simulator().seen().requestsOf(unpaid)).isEqualTo(before);
        stage.wattline.simulator().faults().set(Set.of());
        requestsAfter(Duration.ofHours(1));
        stage.mustBeTrue(unpaid, stage.history());
        assertThat(stage.pollState(unpaid)).containsEntry("state", "live").containsEntry("consecutive_failures", 0);
        assertThat(alert(unpaid)).startsWith("resolved ");
    }
}
