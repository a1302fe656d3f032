package io.wattline.reading;

import static io.wattline.reading.ReadingsStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.eniscope.ResponseSamples;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How readings get in (routes/readings.camel.yaml): history, repetition, late and corrected data, one transaction, and
 * nobody waits for a slow one.
 */
class ReadingsRoutesTest {

    private static final int ONE = 61001;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** Of a slow answer: the others need a tenth of it where the machine is quiet. */
    private static final Duration SLOWNESS = Duration.ofSeconds(3);
    private static ReadingsStage stage;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        stage = ReadingsStage.start(
                SimulatorSettings.of(Plant.of(4, 7), clock).withPauses(SLOWNESS, Duration.ZERO),
                Map.of(
                        "readings.poll.wait-for-late",
                        "1d",
                        "api.response-timeout",
                        "30s",
                        "readings.batch-size",
                        "70"));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static SyncResult pollAfter(Duration pause) {
        stage.clock.advance(pause);
        return stage.poll();
    }

    @Test
    void the_first_poll_fills_the_history_in_batches_and_the_cursor_stands_at_its_end() {
        stage.begin();
        Interval history = stage.history();
        SyncResult result = stage.poll();
        assertThat(result.failures()).isEmpty();
        assertThat(result.inserted()).isEqualTo(4 * history.slots(QUARTER));
        for (int channelId = ONE; channelId < ONE + 4; channelId++) {
            stage.mustBeTrue(channelId, history);
            assertThat(stage.cursor(channelId)).isEqualTo(history.end());
        }
        assertThat(stage.wattline.rows(
                        "select start_time, end_time, readings_fetched, readings_inserted, status from ingestion_logs"
                                + " where channel_id = ?",
                        ONE))
                .singleElement()
                .satisfies(row -> {
                    assertThat(instant(row.get("start_time"))).isEqualTo(history.start());
                    assertThat(instant(row.get("end_time"))).isEqualTo(history.end());
                    assertThat(row)
                            .containsEntry("readings_fetched", 192)
                            .containsEntry("readings_inserted", 192)
                            .containsEntry("status", "success");
                });
    }

    @Test
    void a_repeated_poll_writes_nothing_new() {
        stage.begin(
                Fault.NULL_BINS, Fault.BAD_VALUES, Fault.DOUBLED_RECORDS, Fault.UNKNOWN_FIELD, Fault.CATCH_UP_ENERGY);
        Interval history = stage.history();
        stage.poll();
        List<Map<String, Object>> before = stage.places();
        long letters = stage.count("dead_letters");
        SyncResult again = stage.askAgain(history);
        assertThat(again.inserted() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(before.size());
        assertThat(stage.places()).isNotEmpty().isEqualTo(before);
        assertThat(stage.count("reading_history")).isZero();
        assertThat(stage.count("dead_letters")).isEqualTo(letters).isPositive();
        assertThat(stage.count("dead_letters where times_seen < 2")).isZero();
    }

    @Test
    void the_next_poll_adds_what_is_new_and_leaves_the_look_back_as_it_is() {
        stage.begin();
        stage.poll();
        List<Map<String, Object>> before = stage.places();
        SyncResult next = pollAfter(QUARTER);
        assertThat(next.inserted()).isEqualTo(4);
        assertThat(next.unchanged()).isEqualTo(4 * 8);
        assertThat(stage.places()).containsAll(before).hasSize(before.size() + 4);
    }

    @Test
    void
            a_late_or_corrected_reading_within_the_look_back_replaces_the_kept_one_and_the_history_has_the_old_value() {
        stage.begin(Fault.LATE_DATA, Fault.CORRECTED_HISTORY);
        Interval history = stage.history();
        stage.poll();
        Map<Instant, double[]> early =
                io.wattline.app.KeptReadings.of(stage.wattline.database().dataSource(), ONE, history);
        for (int quarter = 0; quarter < 24; quarter++) {
            pollAfter(QUARTER);
        }
        for (int channelId = ONE; channelId < ONE + 4; channelId++) {
            stage.mustBeTrue(channelId, history);
        }
        assertThat(stage.count("readings where \"timestamp\" < ?", Timestamp.from(history.end())))
                .isGreaterThan(early.size() * 4L - 1);
        assertThat(stage.wattline.rows(
                        "select h.old, r.energy_kwh, (h.old->>'energy_kwh')::float8 as old_kwh, h.old_run,"
                            + " h.replaced_by_run, r.run_id, r.updated_at from reading_history h join readings r using"
                            + " (channel_id, \"timestamp\")"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat((Double) row.get("old_kwh")).isLessThan((Double) row.get("energy_kwh"));
                    assertThat((Long) row.get("old_run")).isLessThan((Long) row.get("replaced_by_run"));
                    assertThat(row.get("run_id")).isEqualTo(row.get("replaced_by_run"));
                    assertThat(row.get("updated_at")).isNotNull();
                });
    }

    @Test
    void an_unaligned_cursor_still_asks_on_the_grid() {
        stage.begin();
        stage.poll();
        stage.wattline.database().execute("update poll_state set cursor = cursor - interval '8 minutes 29 seconds'");
        pollAfter(QUARTER);
        assertThat(stage.wattline.rows("select start_time, end_time, request from ingestion_logs"))
                .hasSize(8)
                .allSatisfy(row -> {
                    assertThat(instant(row.get("start_time")).getEpochSecond() % 900)
                            .isZero();
                    assertThat(instant(row.get("end_time")).getEpochSecond() % 900)
                            .isZero();
                    assertThat((String) row.get("request"))
                            .contains("daterange%5B%5D="
                                    + instant(row.get("start_time")).getEpochSecond());
                });
        assertThat(stage.count("dead_letters")).isZero();
        assertThat(stage.count("readings where extract(epoch from \"timestamp\")::bigint % 900 <> 0")).isZero();
    }

    @Test
    void the_cursor_moves_in_the_transaction_that_keeps_the_readings() {
        stage.begin();
        stage.poll();
        Instant cursor = stage.cursor(ONE);
        long readings = stage.count("readings where channel_id = ?", ONE);
        stage.wattline
                .database()
                .execute("alter table poll_state add constraint no_further check (channel_id <> 61001 or cursor <= '"
                        + cursor + "')");
        SyncResult refused = pollAfter(QUARTER);
        assertThat(refused.failures()).singleElement().asString().contains("61001").contains("no_further");
        assertThat(stage.count("readings where channel_id = ?", ONE))
                .as("readings without their cursor")
                .isEqualTo(readings);
        assertThat(stage.count("readings where channel_id = 61002")).isEqualTo(readings + 1);
        stage.wattline.database().execute("alter table poll_state drop constraint no_further");
        pollAfter(QUARTER);
        assertThat(stage.cursor(ONE)).isEqualTo(cursor.plus(QUARTER.multipliedBy(2)));
        stage.mustBeTrue(ONE, new Interval(cursor.minus(Duration.ofHours(1)), cursor.plus(QUARTER.multipliedBy(2))));
    }

    @Test
    void the_cursor_of_a_silent_channel_waits_and_hours_that_are_uploaded_late_arrive() {
        stage.begin();
        int silent = stage.wattline.simulator().plant().struckBy(Fault.CHANNEL_ALL_NULL).channelId();
        stage.poll();
        Instant last = stage.cursor(silent);
        stage.wattline.simulator().faults().on(Fault.CHANNEL_ALL_NULL);
        for (int hour = 0; hour < 3; hour++) {
            pollAfter(Duration.ofHours(3));
        }
        assertThat(stage.cursor(silent)).isEqualTo(last);
        assertThat(stage.pollState(silent)).containsEntry("consecutive_failures", 0).containsEntry("state", "live");
        stage.wattline.simulator().faults().off(Fault.CHANNEL_ALL_NULL);
        pollAfter(QUARTER);
        stage.mustBeTrue(silent, stage.history());
        assertThat(stage.cursor(silent)).isEqualTo(stage.history().end());
    }

    @Test
    void late_data_is_waited_for_no_longer_than_the_settings_say() {
        stage.begin(Fault.CHANNEL_ALL_NULL);
        int silent = stage.wattline.simulator().plant().struckBy(Fault.CHANNEL_ALL_NULL).channelId();
        stage.poll();
        assertThat(stage.cursor(silent))
                .isEqualTo(Interval.floor(stage.clock.instant().minus(Duration.ofDays(1)), QUARTER));
        assertThat(stage.count("readings where channel_id = ?", silent)).isZero();
        assertThat(stage.count("dead_letters")).isZero();
    }

    @Test
    void a_measurement_replaces_an_estimate_and_an_estimate_never_a_measurement() {
        stage.begin();
        stage.poll();
        Instant slot = stage.history().start();
        stage.wattline
                .database()
                .execute("delete from readings where channel_id = 61001 and \"timestamp\" = '" + slot + "'; insert"
                        + " into"
                        + " readings"
                        + " (channel_id,"
                        + " \"timestamp\","
                        + " energy_kwh,"
                        + " data_quality,"
                        + " quality_method)"
                        + " values"
                        + " (61001, '"
                        + slot + "', 99, 'estimated', 'linear')");
        stage.askAgain(stage.history());
        stage.mustBeTrue(ONE, stage.history());
        assertThat(stage.wattline.value(
                        "select data_quality from readings where channel_id = 61001 and \"timestamp\" = '" + slot
                                + "'"))
                .isEqualTo("measured");
        List<Map<String, Object>> before = stage.places();
        stage.wattline.request("direct:take-keep", estimates(slot));
        assertThat(stage.places()).isEqualTo(before);
    }

    /** An estimate for a slot that has a measurement. */
    private static Batch estimates(Instant slot) {
        double[] values = new double[Column.values().length];
        Arrays.fill(values, Double.NaN);
        values[Column.ENERGY_KWH.ordinal()] = 77;
        Reading estimate = new Reading(ONE, slot, values, DataQuality.ESTIMATED, "linear", null, null);
        Window window =
                new Window(ResponseSamples.channel(900), new Interval(slot, slot.plus(QUARTER)), List.of("E"), 1);
        return new Batch(window, List.of(estimate), List.of(), null, true, 0, Map.of());
    }

    @Test
    void what_a_person_has_edited_stays() {
        stage.begin();
        stage.poll();
        stage.wattline
                .database()
                .execute("update readings set data_quality = 'edited', energy_kwh = 42 where channel_id = 61001");
        List<Map<String, Object>> before = stage.places();
        assertThat(stage.askAgain(stage.history()).updated()).isZero();
        assertThat(stage.places()).isEqualTo(before);
    }

    @Test
    void a_slow_channel_holds_up_nobody() {
        stage.begin();
        stage.poll();
        stage.clock.advance(QUARTER);
        stage.wattline.simulator().faults().next(Fault.SLOW_ANSWER, 1);
        stage.wattline.request("direct:poll-due", null);
        String done = "poll_state where last_attempt_at = ?";
        Timestamp now = Timestamp.from(stage.clock.instant());
        await("the others are done before the slow one is")
                .atMost(SLOWNESS.minusMillis(100))
                .until(() -> stage.count(done, now) == 3);
        await().until(() -> stage.count(done, now) == 4);
        assertThat(stage.count("poll_state where last_error is not null")).isZero();
    }

    @Test
    void a_channel_that_a_worker_has_in_hand_is_not_handed_out_again() {
        stage.begin();
        stage.poll();
        stage.clock.advance(QUARTER);
        long before = requests();
        stage.wattline.simulator().faults().next(Fault.SLOW_ANSWER, 4);
        stage.wattline.request("direct:poll-due", null);
        stage.wattline.request("direct:poll-due", null);
        await().until(() ->
                stage.count("poll_state where last_attempt_at = ?", Timestamp.from(stage.clock.instant())) == 4);
        assertThat(requests() - before).isEqualTo(4);
    }

    private static long requests() {
        long requests = 0;
        for (int channelId = ONE; channelId < ONE + 4; channelId++) {
            requests += stage.wattline.simulator().seen().requestsOf(channelId);
        }
        return requests;
    }

    @Test
    void a_channel_without_the_right_to_read_is_tried_again_with_growing_pauses_and_the_others_go_on() {
        stage.begin(Fault.FORBIDDEN);
        int forbidden = stage.wattline.simulator().plant().struckBy(Fault.FORBIDDEN).channelId();
        SyncResult result = stage.poll();
        assertThat(result.failures()).singleElement().asString().contains(String.valueOf(forbidden)).contains("403");
        assertThat(result.inserted()).isEqualTo(3 * 192);
        assertThat(stage.pollState(forbidden)).containsEntry("consecutive_failures", 1);
        assertThat(instant(stage.pollState(forbidden).get("next_poll_at")))
                .isEqualTo(stage.clock.instant().plusSeconds(60));
        stage.wattline.simulator().faults().set(List.of());
        pollAfter(Duration.ofMinutes(2));
        stage.mustBeTrue(forbidden, stage.history());
    }
}
