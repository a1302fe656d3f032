package io.wattline.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Energy of channels, sites and virtual meters ({@code R__42_energy.sql}), in a site that changes its clock. */
class EnergyFunctionsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void a_main_meter_a_phase_of_it_and_a_pump() {
        DATABASE.setClock(NOW);
        DATABASE.execute("truncate organizations, channels, readings, dead_letters, channel_day_queue, virtual_meters, "
                + "tariffs, site_days cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'America/New_York'); "
                + "insert into channels (channel_id, channel_name, organization_id, meter_id, displayed_phase, "
                + "installed_at) values (1, 'Main', '1', 10, 'System', '2026-03-01T05:00Z'), "
                + "(2, 'Main L1', '1', 10, '1', '2026-03-01T05:00Z'), (3, 'Pump', '1', 11, null, '2026-03-01T05:00Z')");
    }

    @Test
    void a_site_is_the_sum_of_the_channels_that_count_toward_it() {
        readings(1, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 2);
        readings(2, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 1);
        readings(3, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 0.5);
        refresh();
        assertThat(DATABASE.rows("select energy_kwh, measured_kwh, due, measured, missing, partial "
                + "from site_energy('1', '2026-03-02T05:00Z', '2026-03-03T05:00Z')"))
                .containsExactly("240|240|192|192|0|f");
    }

    @Test
    void a_sum_says_what_is_measured_estimated_suspect_and_missing() {
        readings(3, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 1);
        DATABASE.execute("update readings set data_quality = 'estimated' where \"timestamp\" < '2026-03-02T06:00Z'; "
                + "update readings set data_quality = 'suspect' where \"timestamp\" = '2026-03-02T08:00Z'; "
                + "delete from readings where \"timestamp\" >= '2026-03-02T10:00Z' "
                + "and \"timestamp\" < '2026-03-02T12:00Z'");
        refresh();
        assertThat(DATABASE.rows("select energy_kwh, measured_kwh, estimated_kwh, suspect_kwh, due, measured, "
                + "estimated, suspect, missing from channel_energy(3, '2026-03-02T05:00Z', '2026-03-03T05:00Z')"))
                .containsExactly("88|83|4|1|96|83|4|1|8");
    }

    @Test
    void the_days_on_which_the_clock_changes_have_23_and_25_hours() {
        readings(3, "2026-03-08T05:00Z", "2026-03-09T04:00Z", 1);
        readings(3, "2026-11-01T04:00Z", "2026-11-02T05:00Z", 1);
        refresh();
        assertThat(DATABASE.rows("select local_start, energy_kwh, due, bin_start "
                + "from channel_energy(3, '2026-03-08T05:00Z', '2026-03-09T04:00Z', 'day')"))
                .containsExactly("2026-03-08 00:00:00|92|92|" + utc("2026-03-08 05:00"));
        assertThat(DATABASE.rows("select count(*), sum(energy_kwh), min(due), max(due), bool_or(partial) "
                + "from channel_energy(3, '2026-11-01T04:00Z', '2026-11-02T05:00Z', 'hour')"))
                .containsExactly("25|100|4|4|f");
        assertThat(DATABASE.rows("select local_start, energy_kwh, due from channel_energy(3, '2026-11-01T04:00Z', "
                + "'2026-11-02T05:00Z', 'day')")).containsExactly("2026-11-01 00:00:00|100|100");
    }

    @Test
    void a_month_is_the_same_as_in_the_view_of_months() {
        readings(3, "2026-03-01T05:00Z", "2026-04-01T04:00Z", 0.1234567);
        refresh();
        assertThat(DATABASE.rows("select e.energy_kwh = m.energy_kwh::numeric, e.due = m.expected_readings "
                + "from channel_energy(3, '2026-03-01T05:00Z', '2026-04-01T04:00Z', 'month') e, v_monthly_energy m "
                + "where m.channel_id = 3 and m.month = '2026-03-01'")).containsExactly("t|t");
        assertThat(DATABASE.rows("select y.energy_kwh = a.energy_kwh, y.partial, a.partial from "
                + "channel_energy(3, '2026-03-01T05:00Z', '2026-04-01T04:00Z', 'year') y, "
                + "channel_energy(3, '2026-03-01T05:00Z', '2026-04-01T04:00Z') a")).containsExactly("t|t|f");
    }

    @Test
    void a_range_may_cut_days_anywhere() {
        readings(3, "2026-03-02T05:00Z", "2026-03-05T05:00Z", 1);
        refresh();
        assertThat(DATABASE.rows("select local_start::date, energy_kwh, due, partial "
                + "from channel_energy(3, '2026-03-02T11:00Z', '2026-03-04T05:15Z', 'day')"))
                .containsExactly("2026-03-02|72|72|t", "2026-03-03|96|96|f", "2026-03-04|1|1|t");
        assertThat(DATABASE.rows("select energy_kwh, due from channel_energy(3, '2026-03-02T11:00Z', "
                + "'2026-03-02T12:00Z')")).containsExactly("4|4");
    }

    @Test
    void a_bin_that_runs_is_partial_and_misses_nothing_that_is_not_due() {
        readings(3, "2026-11-10T05:00Z", "2026-11-10T11:15Z", 1);
        refresh();
        assertThat(DATABASE.rows("select energy_kwh, due, missing, partial "
                + "from channel_energy(3, '2026-11-10T05:00Z', '2026-11-11T05:00Z', 'day')"))
                .containsExactly("25|25|0|t");
    }

    @Test
    void a_virtual_meter_adds_and_subtracts_and_carries_the_coverage_of_its_parts() {
        readings(1, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 2);
        readings(3, "2026-03-02T05:00Z", "2026-03-02T17:00Z", 0.5);
        DATABASE.execute("insert into virtual_meters (id, name, organization_id) values (7, 'Rest', '1'); "
                + "insert into virtual_meter_map values (7, 1, 1), (7, 3, -1)");
        refresh();
        assertThat(DATABASE.rows("select energy_kwh, due, measured, missing "
                + "from virtual_meter_energy(7, '2026-03-02T05:00Z', '2026-03-03T05:00Z')"))
                .containsExactly("168|192|144|48");
    }

    @Test
    void a_site_knows_its_peak_base_load_and_load_factor() {
        readings(1, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 1);
        readings(3, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 1);
        DATABASE.execute("update readings set power_kw = 12, energy_kwh = 3 where \"timestamp\" = '2026-03-02T15:15Z'");
        refresh();
        assertThat(DATABASE.rows("select peak_power_kw, peak_at, base_load_kw, round(mean_power_kw::numeric, 6), "
                + "round(load_factor::numeric, 6), hours_complete from site_load('1', '2026-03-02', '2026-03-03')"))
                .containsExactly("24|" + utc("2026-03-02 15:15") + "|8|8.166667|0.340278|24");
    }

    @Test
    void a_tariff_with_times_of_use_gives_the_cost_to_the_cent() {
        readings(3, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 0.25);
        DATABASE.execute("insert into tariffs values ('two rates', '1', 'USD', '2026-01-01', null, 0.30, 1.5); "
                + "insert into tariff_rates values ('1', '2026-01-01', 1, 'night', 0.2, 22, 6, '{1,2,3,4,5,6,7}')");
        refresh();
        assertThat(DATABASE.rows("select rate_name, energy_kwh, cost from site_cost('1', '2026-03-02', '2026-03-03')"))
                .containsExactly("night|8|1.60", "standard|16|4.80", "standing charge|null|1.50");
    }

    @Test
    void a_channel_that_no_longer_counts_leaves_the_hours_of_its_site() {
        readings(1, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 1);
        readings(3, "2026-03-02T05:00Z", "2026-03-03T05:00Z", 1);
        refresh();
        DATABASE.execute("update channels set is_metering_point = false where channel_id = 3");
        refresh();
        assertThat(DATABASE.rows("select sum(energy_kwh) from site_hours('1', '2026-03-02', '2026-03-03')"))
                .containsExactly("96");
    }

    private static String utc(String minute) {
        return DATABASE.rows("select '" + minute + "+00'::timestamptz").get(0);
    }

    private static void readings(int channel, String from, String until, double kwh) {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) select " + channel
                + ", s, " + kwh + ", " + kwh * 4 + " from generate_series('" + from + "'::timestamptz, '" + until
                + "'::timestamptz - interval '1 second', interval '15 minutes') as s");
    }

    private static void refresh() {
        DATABASE.execute("do 'begin perform refresh_touched_days(''" + NOW + "''); "
                + "perform refresh_site_days(''" + NOW + "'', 100000); end'");
    }
}
