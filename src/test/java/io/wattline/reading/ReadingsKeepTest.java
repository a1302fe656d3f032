package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.channel.Channel;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code db/sql/readings-keep.sql} does with a batch. Each test has days of its own. */
class ReadingsKeepTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static WattlineUnderTest wattline;
    private static Channel channel;

    @BeforeAll
    static void start() {
        Plant plant = Plant.of(1, 7, 5);
        wattline = WattlineUnderTest.start(SimulatorSettings.of(plant, Clock.systemUTC()), Clock.systemUTC(), Map.of());
        wattline.request("direct:eniscope-metadata", null);
        channel = new Channel(plant.channels().get(0).channelId(), "LINE 1", null, null, QUARTER, null, null);
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    private static double[] values(double first, double step) {
        double[] values = new double[Column.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i * step;
        }
        return values;
    }

    private static double[] none() {
        double[] values = new double[Column.values().length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] only(Column column, double value) {
        double[] values = none();
        values[column.ordinal()] = value;
        return values;
    }

    private static Reading reading(Instant start, double[] values) {
        return new Reading(channel.channelId(), start, values, DataQuality.MEASURED, null, null, null);
    }

    /** One value array a slot, from the start of the day on. */
    private static Batch batch(Instant day, double[]... slots) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            readings.add(reading(day.plus(QUARTER.multipliedBy(i)), slots[i]));
        }
        return batch(day, readings, Map.of());
    }

    private static Batch batch(Instant day, List<Reading> readings, Map<String, Integer> unknown) {
        Interval interval = new Interval(day, day.plus(Duration.ofDays(1)));
        return new Batch(
                new Window(channel, interval, List.of("E"), 1), readings, List.of(), interval.end(), true, 2, unknown);
    }

    private static Map<String, Object> keep(Batch batch) {
        wattline.request("direct:take-keep", batch);
        return wattline.rows(
                        "select readings_inserted, readings_updated, readings_unchanged, null_bins from ingestion_logs"
                                + " where start_time = ?",
                        Timestamp.from(batch.window().interval().start()))
                .get(0);
    }

    private static Map<String, Object> row(Instant start) {
        return wattline.rows(
                        "select *, xmin::text as version from readings where \"timestamp\" = ?", Timestamp.from(start))
                .get(0);
    }

    @Test
    void every_value_lands_in_its_own_column_to_the_last_bit() {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        double[] values = values(0.1, 1 / 3.0);
        keep(batch(day, none(), values));
        Map<String, Object> row = row(day.plus(QUARTER));
        for (Column column : Column.values()) {
            assertThat(row.get(column.sqlName())).as(column.sqlName()).isEqualTo(values[column.ordinal()]);
        }
        assertThat(row)
                .containsEntry("data_quality", "measured")
                .containsEntry("run_id", 1L)
                .containsEntry("channel_id", channel.channelId());
        assertThat(row(day)).containsEntry("energy_kwh", null).containsEntry("power_factor_l3", null);
    }

    @Test
    void the_same_batch_again_touches_no_row() {
        Instant day = Instant.parse("2026-01-02T00:00:00Z");
        assertThat(keep(batch(day, values(1, 1), values(2, 1))))
                .containsEntry("readings_inserted", 2)
                .containsEntry("readings_unchanged", 0)
                .containsEntry("null_bins", 2);
        Map<String, Object> before = row(day);
        assertThat(keep(batch(day, values(1, 1), values(2, 1))))
                .containsEntry("readings_inserted", 2)
                .containsEntry("readings_updated", 0)
                .containsEntry("readings_unchanged", 2);
        assertThat(row(day)).isEqualTo(before);
    }

    @Test
    void a_measurement_replaces_an_estimate_whole_and_the_history_keeps_the_estimate() {
        Instant day = Instant.parse("2026-01-21T00:00:00Z");
        wattline.database()
                .execute(
                        ("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, energy_export_kwh, "
                                + "data_quality, quality_method, run_id) values (%d, '%s', 9, 36, 1, ")
                                        .formatted(channel.channelId(), day)
                                + "'estimated', 'like-day', 77)");
        keep(batch(day, only(Column.ENERGY_KWH, 2)));
        assertThat(row(day))
                .containsEntry("energy_kwh", 2.0)
                .containsEntry("data_quality", "measured")
                .containsEntry("quality_method", null)
                .as("values that the estimate had and the measurement lacks")
                .containsEntry("power_kw", null)
                .containsEntry("energy_export_kwh", null);
        assertThat(wattline.rows(
                        "select old->>'energy_kwh' as energy, old->>'power_kw' as power, old->>'data_quality' as"
                                + " quality, old_run, replaced_by_run from reading_history where \"timestamp\" = ?",
                        Timestamp.from(day)))
                .containsExactly(Map.of(
                        "energy", "9", "power", "36", "quality", "estimated", "old_run", 77L, "replaced_by_run", 1L));
    }

    @Test
    void a_measurement_of_the_same_energy_replaces_an_estimate_too() {
        Instant day = Instant.parse("2026-01-22T00:00:00Z");
        wattline.database()
                .execute(
                        ("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                                + "values (%d, '%s', 9, 'estimated', 'linear')")
                                .formatted(channel.channelId(), day));
        keep(batch(day, only(Column.ENERGY_KWH, 9)));
        assertThat(row(day)).containsEntry("energy_kwh", 9.0).containsEntry("data_quality", "measured");
    }

    @Test
    void a_corrected_value_replaces_the_old_one_which_goes_to_the_history() {
        Instant day = Instant.parse("2026-01-03T00:00:00Z");
        keep(batch(day, values(1, 0), values(2, 0)));
        assertThat(keep(batch(day, values(1.5, 0), values(2, 0))))
                .containsEntry("readings_updated", 1)
                .containsEntry("readings_unchanged", 1);
        assertThat(row(day)).containsEntry("energy_kwh", 1.5);
        assertThat(wattline.rows(
                        "select (old ->> 'energy_kwh')::float8 as energy_kwh from reading_history where \"timestamp\""
                                + " = ?",
                        Timestamp.from(day)))
                .containsExactly(Map.of("energy_kwh", 1.0));
    }

    @Test
    void a_null_never_overwrites_a_value_and_a_value_fills_a_null() {
        Instant day = Instant.parse("2026-01-04T00:00:00Z");
        keep(batch(day, only(Column.VOLTAGE_V, 230)));
        keep(batch(day, only(Column.POWER_FACTOR_L3, 0.9)));
        assertThat(row(day))
                .containsEntry("voltage_v", 230.0)
                .containsEntry("power_factor_l3", 0.9)
                .containsEntry("energy_kwh", null);
    }

    @Test
    void a_batch_without_readings_moves_the_cursor_and_is_logged() {
        Instant day = Instant.parse("2026-03-05T00:00:00Z");
        assertThat(keep(batch(day))).containsEntry("readings_inserted", 0).containsEntry("null_bins", 2);
        assertThat(wattline.value("select cursor from poll_state"))
                .isEqualTo(Timestamp.from(day.plus(Duration.ofDays(1))));
    }

    @Test
    void the_cursor_never_moves_back() {
        keep(batch(Instant.parse("2026-03-04T00:00:00Z")));
        Object before = wattline.value("select cursor from poll_state");
        keep(batch(Instant.parse("2026-01-06T00:00:00Z"), values(1, 1)));
        assertThat(wattline.value("select cursor from poll_state")).isEqualTo(before);
    }

    @Test
    void quality_method_and_codes_without_a_column_are_kept() {
        Instant day = Instant.parse("2026-01-07T00:00:00Z");
        Reading plain = reading(day, values(1, 1));
        Reading marked = new Reading(
                channel.channelId(),
                day.plus(QUARTER),
                values(2, 1),
                DataQuality.SUSPECT,
                "catch-up",
                "{\"XQ9\":7}",
                plain.source());
        keep(batch(day, List.of(plain, marked), Map.of("XQ9", 3)));
        assertThat(row(day))
                .containsEntry("data_quality", "measured")
                .containsEntry("quality_method", null)
                .containsEntry("raw", null);
        assertThat(row(day.plus(QUARTER)))
                .containsEntry("data_quality", "suspect")
                .containsEntry("quality_method", "catch-up");
        assertThat(row(day.plus(QUARTER)).get("raw")).hasToString("{\"XQ9\": 7}");
        assertThat(wattline.value("select times_seen from unknown_fields where code = 'XQ9'")).isEqualTo(3L);
    }

    @Test
    void a_good_reading_settles_the_open_dead_letters_of_its_slot_and_no_others() {
        Instant day = Instant.parse("2026-01-08T00:00:00Z");
        for (Instant slot : List.of(day, day.plus(QUARTER))) {
            wattline.database()
                    .execute("insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, payload)"
                            + " values ('validate', "
                            + channel.channelId() + ", '" + slot + "', 'power-range', 'too much', '{}')");
        }
        keep(batch(day, values(1, 1)));
        assertThat(wattline.rows(
                        "select status from dead_letters where reading_timestamp >= ? order by reading_timestamp",
                        Timestamp.from(day)))
                .containsExactly(Map.of("status", "replayed"), Map.of("status", "open"));
    }
}
