package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the source refuses or coarsens: a field that the channel lacks, a range that is too long. Each is found out once
 * and remembered.
 */
class RefusalsTest {

    private static final int ONE = 61001;
    private static final int DAY_SECONDS = 86_400;
    private static ReadingsStage stage;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        stage = ReadingsStage.start(
                SimulatorSettings.of(Plant.of(2, 7, 28), clock).withWindows(Duration.ofDays(1), Duration.ofDays(1)),
                Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Simulator simulator() {
        return stage.wattline.simulator();
    }

    /** As if nothing had been read for two days more. */
    private static void fallBack(int channelId) {
        stage.wattline
                .database()
                .execute("update poll_state set cursor = cursor - interval '2 days', next_poll_at = null where"
                        + " channel_id = "
                        + channelId);
    }

    private static long longestWindowSeconds() {
        return ((Number) stage.wattline.value(
                        "select max(extract(epoch from end_time - start_time))::bigint from ingestion_logs"))
                .longValue();
    }

    @Test
    void a_field_that_the_channel_lacks_is_found_and_all_others_are_kept() {
        stage.begin(Fault.FIELD_MISSING);
        int lacking = simulator().plant().struckBy(Fault.FIELD_MISSING).channelId();
        long before = simulator().seen().requestsOf(lacking);
        assertThat(stage.poll().failures()).isEmpty();
        stage.mustBeTrue(lacking, stage.history());
        assertThat(simulator().seen().requestsOf(lacking) - before)
                .as("questions of the first time")
                .isBetween(5L, 20L);
        assertThat(stage.pollState(lacking))
                .containsEntry("fields_proven", true)
                .containsEntry("strikes", 0)
                .hasEntrySatisfying("codes", codes -> assertThat(((String) codes).split(","))
                        .hasSize(27)
                        .contains("E", "In", "RE", "U")
                        .doesNotContain("Pmax"));
    }

    @Test
    void the_fields_that_work_are_remembered() {
        stage.begin(Fault.FIELD_MISSING);
        int lacking = simulator().plant().struckBy(Fault.FIELD_MISSING).channelId();
        stage.poll();
        stage.clock.advance(Duration.ofMinutes(15));
        long before = simulator().seen().requestsOf(lacking);
        long refused = simulator().seen().answered(500);
        stage.poll();
        assertThat(simulator().seen().requestsOf(lacking) - before).isEqualTo(1);
        assertThat(simulator().seen().answered(500)).isEqualTo(refused);
    }

    @Test
    void a_field_that_is_lost_later_is_found_too() {
        stage.begin();
        stage.poll();
        simulator().faults().on(Fault.FIELD_MISSING);
        stage.clock.advance(Duration.ofMinutes(30));
        int lacking = simulator().plant().struckBy(Fault.FIELD_MISSING).channelId();
        assertThat(stage.poll().failures()).isEmpty();
        assertThat(stage.cursor(lacking)).isEqualTo(stage.history().end());
        assertThat(stage.pollState(lacking).get("codes")).asString().contains("In").doesNotContain("Pmax");
    }

    @Test
    void a_window_that_is_too_long_is_halved_down_to_a_day_and_the_length_that_works_is_remembered() {
        stage.begin(Fault.WINDOW_TOO_LONG);
        assertThat(stage.poll().failures()).isEmpty();
        stage.mustBeTrue(ONE, stage.history());
        assertThat(stage.pollState(ONE)).containsEntry("window_max_seconds", DAY_SECONDS);
        fallBack(ONE);
        long before = simulator().seen().requestsOf(ONE);
        long refused = simulator().seen().answered(500);
        stage.poll(ONE);
        assertThat(simulator().seen().requestsOf(ONE) - before).isEqualTo(3);
        assertThat(simulator().seen().answered(500)).isEqualTo(refused);
    }

    @Test
    void bins_that_are_silently_coarser_are_never_kept_as_finer_ones_and_the_length_that_works_is_remembered() {
        stage.begin(Fault.SILENT_COARSENING);
        long before = simulator().seen().requestsOf(ONE);
        assertThat(stage.poll().failures()).isEmpty();
        stage.mustBeTrue(ONE, stage.history());
        assertThat(longestWindowSeconds()).isEqualTo(DAY_SECONDS);
        assertThat(stage.pollState(ONE)).containsEntry("window_max_seconds", DAY_SECONDS);
        assertThat(simulator().seen().requestsOf(ONE) - before).as("the coarse one once, then two days").isEqualTo(3);
        fallBack(ONE);
        SyncResult again = stage.poll(ONE);
        assertThat(again.failures()).isEmpty();
        assertThat(longestWindowSeconds()).isEqualTo(DAY_SECONDS);
    }

    @Test
    void values_of_the_half_hourly_roll_up_are_not_kept_though_the_answer_does_not_say_so() {
        stage.begin(Fault.ROLL_UP);
        assertThat(stage.poll().failures()).isEmpty();
        stage.mustBeTrue(ONE, stage.history());
        assertThat(longestWindowSeconds()).isEqualTo(DAY_SECONDS);
        assertThat(stage.pollState(ONE)).containsEntry("window_max_seconds", DAY_SECONDS);
    }
}
