package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views that people query say what is true. */
class ViewsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void two_sites() {
        DATABASE.execute("truncate organizations, devices, channels, sites, readings, poll_state, dead_letters "
                + "cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'America/New_York'), ('2', 'Ashram', 'Asia/Kolkata'), ('3', 'Typo', "
                + "'Mars/Base'); "
                + "insert into channels (channel_id, channel_name, organization_id) "
                + "values (1, 'Main', '1'), (2, 'Pump', '2'), (3, 'Lost', '3'), (4, 'Nobody''s', null)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "v_clean_readings      | id, channel_id, timestamp, energy_kwh, power_kw, voltage_v, current_a, power_factor, "
                + "reactive_power_kvar, temperature_c, relative_humidity, created_at",
        "mv_hourly_usage       | meter_id, hour, avg_kw, total_kwh, reading_count",
        "v_sites               | site_id, site_name, address, city, postcode, country, timezone, created_at, "
                + "updated_at",
        "v_meters              | meter_id, meter_name, site_id, site_name, device_id, device_name, device_type, "
                + "device_uuid, channel_type, unit, created_at, updated_at",
        "v_readings_enriched   | id, meter_id, meter_name, site_id, site_name, device_id, device_name, device_type, "
                + "device_uuid, timestamp, energy_kwh, power_kw, created_at",
        "v_latest_readings     | meter_id, meter_name, site_id, site_name, timestamp, energy_kwh, power_kw, "
                + "voltage_v, current_a, power_factor",
        "v_readings_hourly     | meter_id, meter_name, site_id, site_name, device_id, device_name, hour, avg_kw, "
                + "total_kwh, reading_count",
        "v_readings_daily      | meter_id, meter_name, site_id, site_name, reading_date, total_energy_kwh, "
                + "avg_power_kw, peak_power_kw, avg_voltage_v, avg_power_factor, reading_count",
        "v_readings_monthly    | meter_id, meter_name, site_id, site_name, reading_month, total_energy_kwh, "
                + "avg_power_kw, peak_power_kw, reading_count",
        "v_active_sites        | site_id, site_name, wcds_only, resolution, timezone, notes",
        "v_data_health_monitor | channel_id, channel_name, organization_id, last_reading_at, "
                + "minutes_since_last_reading, status"})
    void every_view_has_the_columns_that_people_query(String view, String columns) {
        assertThat(rows("select attname from pg_attribute where attrelid = '" + view + "'::regclass and attnum > 0"))
                .contains(columns.split(", "));
        assertThat(rows("select " + columns.replace("timestamp", "\"timestamp\"") + " from " + view)).isNotNull();
    }

    @Test
    void days_are_cut_in_the_zone_of_the_site_and_have_92_96_or_100_slots() {
        readings(1, "2025-03-09T00:00Z", "2025-03-12T00:00Z", 1, 4);
        readings(1, "2025-11-01T00:00Z", "2025-11-04T00:00Z", 1, 4);
        assertThat(rows("select reading_date, reading_count, total_energy_kwh, slots_of_day from v_readings_daily "
                + "where meter_id = 1 order by 1")).containsExactly(
                "2025-03-08|20|20|96", "2025-03-09|92|92|92", "2025-03-10|96|96|96", "2025-03-11|80|80|96",
                "2025-10-31|16|16|96", "2025-11-01|96|96|96", "2025-11-02|100|100|100", "2025-11-03|76|76|96");
    }

    @Test
    void a_zone_of_half_an_hour_and_an_unknown_zone_break_nothing() {
        readings(2, "2026-01-01T00:00Z", "2026-01-02T00:00Z", 1, 4);
        readings(3, "2026-01-01T00:00Z", "2026-01-02T00:00Z", 1, 4);
        readings(4, "2026-01-01T00:00Z", "2026-01-02T00:00Z", 1, 4);
        assertThat(rows("select meter_id, reading_date, reading_count from v_readings_daily order by 1, 2"))
                .containsExactly("2|2026-01-01|74", "2|2026-01-02|22", "3|2026-01-01|96", "4|2026-01-01|96");
        assertThat(rows("select meter_id, reading_month, total_energy_kwh from v_readings_monthly order by 1"))
                .containsExactly("2|2026-01-01|96", "3|2026-01-01|96", "4|2026-01-01|96");
    }

    @Test
    void what_was_adopted_as_unusable_is_out_of_every_total_and_a_measured_zero_is_in() {
        readings(1, "2026-01-05T12:00Z", "2026-01-05T13:00Z", 0, 0);
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, "
                + "quality_method) values (1, '2026-01-05T12:04:31Z', 9, 36, 'suspect', 'adopted-off-grid'), (1, "
                + "'2026-01-05T12:20Z', 0, 0, "
                + "'suspect', 'adopted-zero'), (1, '2026-01-05T13:00Z', 2, 8, 'suspect', 'power-factor')");
        refresh();
        assertThat(rows("select total_energy_kwh, reading_count from v_readings_daily")).containsExactly("2|5");
        assertThat(rows("select total_energy_kwh, reading_count from v_readings_monthly")).containsExactly("2|5");
        assertThat(rows("select total_kwh, avg_kw, reading_count from v_readings_hourly order by hour"))
                .containsExactly("0|0|4", "2|8|1");
        assertThat(rows("select energy_kwh from v_latest_readings")).containsExactly("2");
        assertThat(rows("select count(*) from v_clean_readings union all select count(*) from v_readings_enriched"))
                .containsExactly("5", "5");
    }

    @Test
    void energy_that_caught_up_after_a_gap_counts_in_its_day_and_in_no_hour() {
        readings(1, "2026-01-05T12:00Z", "2026-01-05T13:00Z", 1, 4);
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, "
                + "quality_method) values (1, '2026-01-05T13:00Z', 4457, 4, 'suspect', 'catch-up')");
        refresh();
        assertThat(rows("select total_energy_kwh, catch_up_energy_kwh, peak_power_kw from v_readings_daily"))
                .containsExactly("4461|4457|4");
        assertThat(rows("select total_energy_kwh, catch_up_energy_kwh from v_readings_monthly"))
                .containsExactly("4461|4457");
        assertThat(rows("select total_kwh, catch_up_kwh, avg_kw from mv_hourly_usage order by hour"))
                .containsExactly("4|null|4", "null|4457|4");
    }

    @Test
    void what_an_estimate_takes_of_caught_up_energy_counts_in_the_gap_and_not_again_after_it() {
        readings(1, "2026-01-05T11:45Z", "2026-01-05T12:00Z", 1, 4);
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, "
                + "quality_method) values (1, '2026-01-05T13:00Z', 10, 4, 'suspect', 'catch-up: energy of 5 slots "
                + "since "
                + "2026-01-05T12:00:00Z')");
        refresh();
        assertThat(rows("select total_kwh, catch_up_kwh from mv_hourly_usage order by hour")).as("nothing stands in "
                + "the gap").containsExactly("1|null", "null|10");
        estimate("2026-01-05T12:00Z", 2);
        refresh();
        assertThat(rows("select total_kwh, catch_up_kwh from mv_hourly_usage order by hour"))
                .as("one slot of four")
                .containsExactly("1|null", "2|null", "null|8");
        assertThat(rows("select total_energy_kwh, catch_up_energy_kwh from v_readings_daily")).containsExactly("11|8");
        estimate("2026-01-05T12:15Z", 2);
        estimate("2026-01-05T12:30Z", 2);
        estimate("2026-01-05T12:45Z", 3);
        refresh();
        assertThat(rows("select total_kwh, catch_up_kwh from mv_hourly_usage order by hour"))
                .as("the whole gap")
                .containsExactly("1|null", "9|null", "1|null");
        assertThat(rows("select total_energy_kwh, catch_up_energy_kwh from v_readings_daily"))
                .containsExactly("11|null");
        assertThat(rows("select total_energy_kwh, catch_up_energy_kwh from v_readings_monthly"))
                .containsExactly("11|null");
        assertThat(rows("select energy_kwh from readings where data_quality = 'suspect'"))
                .as("what was measured")
                .containsExactly("10");
    }

    @Test
    void a_doubled_bin_gives_up_the_energy_of_the_slot_that_was_missing_when_that_is_filled() {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, "
                + "quality_method) values (1, '2026-01-05T12:00Z', 5, 10, 'suspect', 'doubled-bin: energy of 2 slots, "
                + "its own and that of 2026-01-05T13:00:00Z which is missing')");
        estimate("2026-01-05T13:00Z", 2);
        refresh();
        assertThat(rows("select total_kwh from mv_hourly_usage order by hour")).containsExactly("3", "2");
    }

    private static void estimate(String slot, double energyKwh) {
        DATABASE.execute(
                ("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                        + "values (1, '%s', %s, 'estimated', 'like-day')")
                        .formatted(slot, energyKwh));
    }

    @Test
    void a_site_counts_every_metering_point_once() {
        DATABASE.execute("insert into channels (channel_id, channel_name, organization_id, meter_id, displayed_phase, "
                + "is_metering_point) values (11, 'Incomer', '1', 71, 'system', true), (12, 'Incomer L1', '1', 71, "
                + "'1', true), (13, 'Incomer "
                + "L2', '1', 71, '2', true), (21, 'Sub L1', '1', 72, '1', true), (22, 'Sub L2', '1', 72, '2', true), "
                + "(31, 'Gateway', '1', 73, "
                + "'system', false), (41, 'Boiler', '1', null, '1', null)");
        for (int channel : new int[] {1, 11, 12, 13, 21, 22, 31, 41}) {
            readings(channel, "2026-01-05T12:00Z", "2026-01-05T12:15Z", channel, 1);
        }
        assertThat(rows("select channel_id from v_site_channels where organization_id = '1' and counts_toward_site "
                + "order by 1")).containsExactly("1", "11", "21", "22", "41");
        assertThat(rows("select site_id, total_energy_kwh, meter_count from v_site_daily")).containsExactly("1|96|5");
        assertThat(rows("select site_id, total_energy_kwh, meter_count from v_site_monthly")).containsExactly("1|96|5");
    }

    @Test
    void health_goes_by_the_interval_of_the_channel() {
        DATABASE.execute("update channels set interval_seconds = 3600 where channel_id = 2; update channels "
                + "set active = false where channel_id = 4; "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh) "
                + "select channel_id, now() - interval '90 minutes', 1 from channels where channel_id in (1, 2); "
                + "insert into poll_state (channel_id, state, last_error) values (1, 'paused', 'HTTP 402'); "
                + "insert into dead_letters (channel_id, stage, rule, reason, payload) "
                + "values (1, 'validate', 'r', 'x', '{}')");
        assertThat(rows("select channel_id, round(minutes_since_last_reading), status, state, last_error, "
                        + "open_dead_letters from v_data_health_monitor order by 1"))
                .containsExactly(
                        "1|90|WARNING|paused|HTTP 402|1",
                        "2|90|HEALTHY|null|null|0",
                        "3|null|CRITICAL|null|null|0",
                        "4|null|INACTIVE|null|null|0");
    }

    @Test
    void active_sites_are_those_with_channels_and_those_of_the_registry_unless_switched_off() {
        DATABASE.execute("insert into organizations (organization_id, organization_name) "
                + "values ('9', 'Holding without channels'); "
                + "update organizations set active = false where organization_id = '3'; "
                + "insert into sites (site_id, site_name, is_active) values (2, 'Ashram', false), (77, 'By hand', "
                + "true)");
        assertThat(rows("select site_id, site_name, resolution from v_active_sites order by 1"))
                .containsExactly("1|Mill|900", "77|By hand|3600");
    }

    @Test
    void the_hourly_view_can_be_refreshed_while_people_read_it() {
        readings(1, "2026-01-05T12:00Z", "2026-01-05T13:00Z", 1, 4);
        refresh();
        DATABASE.execute("refresh materialized view concurrently mv_hourly_usage");
        assertThat(rows("select hour at time zone 'UTC', total_kwh, reading_count from mv_hourly_usage"))
                .containsExactly("2026-01-05 12:00:00|4|4");
    }

    private static void refresh() {
        DATABASE.execute("refresh materialized view mv_hourly_usage");
    }

    private static void readings(int channel, String from, String to, double energyKwh, double powerKw) {
        DATABASE.execute(("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) "
                + "select %d, slot, %s, %s from generate_series('%s'::timestamptz, '%s'::timestamptz - interval '1 "
                + "s', interval '15 minutes') slot")
                .formatted(channel, energyKwh, powerKw, from, to));
    }

    private static List<String> rows(String sql) {
        return ExistingDatabase.rows(DATABASE, sql);
    }
}
