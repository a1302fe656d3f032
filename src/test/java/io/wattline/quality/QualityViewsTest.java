package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The views over quality and energy say what is true ({@code R__40_quality_views.sql}). Yesterday is whole; the
 * database's own clock tells what is due.
 */
class QualityViewsTest {

    /** Noon, so that a day is over before the hours that the figures leave out. */
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void two_sites() {
        DATABASE.setClock(NOW);
        DATABASE.execute("truncate organizations, channels, readings, dead_letters, data_gaps, quality_findings, "
                + "data_breakers, poll_state, runs, ingestion_logs, channel_day_queue cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'UTC'), ('2', 'Ashram', 'Asia/Kolkata'); "
                + "insert into channels (channel_id, channel_name, organization_id, interval_seconds) "
                + "values (1, 'Main', '1', 900), (2, 'Pump', '2', 3600)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "v_ingestion_quality      | channel_id, date, readings_count, null_energy_count, null_power_count, "
                + "negative_power_count, extreme_power_count, first_reading, last_reading, hours_covered, "
                + "expected_readings, completeness_pct",
        "v_channel_health         | channel_id, channel_name, readings_last_7d, completeness_pct, last_reading, "
                + "hours_since_last, health_status",
        "v_data_quality_scorecard | date, organization_id, total_readings, valid_energy, valid_power, "
                + "active_channels, avg_energy_kwh, avg_power_kw",
        "v_null_rates             | channel_id, date, field, null_rate",
        "v_rejection_summary      | channel_id, date, rule, rejected, open",
        "v_gap_summary            | channel_id, reason, open_gaps, missing_readings, open_hours",
        "v_ingestion_freshness    | channel_id, taken_until, hours_behind",
        "v_hourly_energy          | channel_id, hour, energy_kwh, measured_share, estimated_share, missing_share",
        "v_daily_energy           | channel_id, date, energy_kwh, measured_share, estimated_share, missing_share",
        "v_monthly_energy         | channel_id, month, energy_kwh, measured_share, estimated_share, missing_share",
        "v_lineage                | channel_id, timestamp, run_id, request, rule_set"})
    void every_view_has_the_columns_of_the_plan(String view, String columns) {
        assertThat(DATABASE.rows("select attname from pg_attribute where attrelid = '" + view + "'::regclass "
                + "and attnum > 0")).contains(columns.split(", "));
        assertThat(DATABASE.rows("select * from " + view)).isNotNull();
    }

    @Test
    void ingestion_quality_has_a_row_for_each_local_day_and_is_refreshed_while_people_read() {
        day(1, "energy_kwh, power_kw", "case when n % 4 = 0 then null else 1.0 end, case n when 5 then -3 when 6 then "
                + "1500 else 4 end", 96);
        refresh();
        DATABASE.execute("refresh materialized view concurrently v_ingestion_quality");
        assertThat(DATABASE.rows("select readings_count, null_energy_count, null_power_count, negative_power_count, "
                + "extreme_power_count, expected_readings, hours_covered, completeness_pct "
                + "from v_ingestion_quality where channel_id = 1 and date = (wattline_now() at time zone 'UTC')::date "
                + "- 1")).containsExactly("96|24|0|1|1|96|24.00|100.0");
    }

    @Test
    void hours_since_last_counts_whole_days_and_thresholds_are_intervals_of_the_channel() {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\") "
                + "values (1, wattline_now() - interval '50 hours'), (2, wattline_now() - interval '5 hours')");
        refresh();
        assertThat(DATABASE.rows("select channel_id, round(hours_since_last), health_status from v_channel_health "
                + "order by 1")).containsExactly("1|50|critical", "2|5|warning");
        DATABASE.execute("update readings set \"timestamp\" = wattline_now() - interval '90 minutes'");
        assertThat(DATABASE.rows("select channel_id, round(hours_since_last, 1), health_status from v_channel_health "
                + "order by 1")).containsExactly("1|1.5|warning", "2|1.5|healthy");
        DATABASE.execute("update channels set active = false where channel_id = 2; "
                + "insert into data_breakers (channel_id, state, readings, rejected, good_batches, trips, opened_at, "
                + "reason, updated_at) values (1, 'open', 0, 0, 0, 1, wattline_now(), 'half of it is bad', "
                + "wattline_now())");
        assertThat(DATABASE.rows("select channel_id, health_status, in_quarantine, quarantine_reason "
                + "from v_channel_health order by 1"))
                .containsExactly("1|critical|t|half of it is bad", "2|inactive|f|null");
    }

    @Test
    void completeness_of_a_day_that_goes_on_counts_only_what_is_due() {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\") select 1, slot "
                + "from generate_series(date_trunc('day', wattline_now(), 'UTC') - interval '6 days', "
                + "wattline_now() - interval '31 minutes', interval '15 minutes') slot");
        refresh();
        assertThat(DATABASE.rows("select completeness_pct, health_status from v_channel_health where channel_id = 1"))
                .containsExactly("100.0|healthy");
        assertThat(DATABASE.rows("select distinct missing, completeness from v_channel_days where channel_id = 1"))
                .containsExactly("0|1");
    }

    @Test
    void every_energy_figure_says_how_much_of_it_is_measured_estimated_and_missing() {
        day(1, "energy_kwh, data_quality", "1.0, case when n < 24 then 'estimated' else 'measured' end", 72);
        refresh();
        String yesterday = " where channel_id = 1 and date = (wattline_now() at time zone 'UTC')::date - 1";
        assertThat(DATABASE.rows("select energy_kwh, measured_kwh, estimated_kwh, measured_share, estimated_share, "
                + "missing_share from v_daily_energy" + yesterday))
                .containsExactly("72|48|24|0.5|0.25|0.25");
        assertThat(DATABASE.rows("select extract(hour from hour at time zone 'UTC'), energy_kwh, measured_share, "
                        + "estimated_share, missing_share from v_hourly_energy" + yesterday
                        + " and extract(hour from hour at time zone 'UTC') in (0, 6, 23) order by 1"))
                .containsExactly("0|4|0|1|0", "6|4|1|0|0", "23|null|0|0|1");
        assertThat(DATABASE.rows("select energy_kwh, measured_share + estimated_share + missing_share "
                + "from v_monthly_energy where channel_id = 1 and energy_kwh is not null")).containsExactly("72|1");
    }

    @Test
    void hours_of_a_zone_with_half_an_hour_are_its_own() {
        DATABASE.execute("update channels set interval_seconds = 900 where channel_id = 2; "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh) "
                + "select 2, slot, 1 from generate_series('2026-01-05T18:30Z'::timestamptz, '2026-01-06T18:15Z', "
                + "interval '15 minutes') slot");
        refresh();
        assertThat(DATABASE.rows("select count(*), min(energy_kwh), max(energy_kwh), min(hour) at time zone "
                + "'Asia/Kolkata' from v_hourly_energy where channel_id = 2 and date = '2026-01-06'"))
                .containsExactly("24|4|4|2026-01-06 00:00:00");
    }

    @Test
    void catch_up_energy_counts_in_its_day_and_in_no_hour() {
        day(1, "energy_kwh, data_quality, quality_method", "case n when 40 then 500 else 1 end, case n when 40 then "
                + "'suspect' else 'measured' end, case n when 40 then 'catch-up' end", 96);
        refresh();
        assertThat(DATABASE.rows("select energy_kwh, catch_up_kwh, suspect_kwh from v_daily_energy "
                + "where channel_id = 1 and catch_up_kwh > 0")).containsExactly("595|500|500");
        assertThat(DATABASE.rows("select energy_kwh, catch_up_kwh, suspect_share from v_hourly_energy "
                + "where channel_id = 1 and catch_up_kwh > 0")).containsExactly("3|500|0.25");
    }

    @Test
    void the_scorecard_adds_up_a_site_and_a_field_that_a_channel_never_has_is_no_null() {
        day(1, "energy_kwh, power_kw", "2.0, case n when 7 then null else 8.0 end", 96);
        refresh();
        DATABASE.execute("insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, "
                + "reason, marks, found_at, last_seen_at) "
                + "values (1, 'spike', 'warning', wattline_now() - interval '30 hours', wattline_now() - interval '28 "
                + "hours', 'x', true, wattline_now(), wattline_now())");
        assertThat(DATABASE.rows("select organization_id, total_readings, valid_energy, valid_power, active_channels, "
                        + "avg_energy_kwh, avg_power_kw, completeness_pct "
                        + "from v_data_quality_scorecard where organization_id = '1' "
                        + "and date = (wattline_now() at time zone 'UTC')::date - 1"))
                .containsExactly("1|96|96|95|1|2|8|100.0");
        assertThat(DATABASE.rows("select max(open_findings) from v_data_quality_scorecard where organization_id = '1'"))
                .containsExactly("1");
        assertThat(DATABASE.rows("select field, nulls, is_measured from v_null_rates where channel_id = 1 "
                + "and readings = 96 order by 1")).containsExactly("current_a|96|f", "energy_kwh|0|t",
                "power_factor|96|f", "power_kw|1|t", "voltage_v|96|f");
    }

    @Test
    void lineage_leads_from_a_value_to_its_request_and_rule_set() {
        DATABASE.execute("insert into runs (kind, rule_set, configuration_hash, version) "
                + "values ('poll', 'abc', 'def', '0.1'); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, run_id) "
                + "values (1, '2026-01-01T00:15Z', 1, (select max(run_id) "
                + "from runs)), (1, '2026-01-01T00:30Z', 1, null); "
                + "insert into ingestion_logs (organization_id, channel_id, start_time, end_time, run_id, request) "
                + "values ('1', 1, '2026-01-01T00:00Z', '2026-01-01T01:00Z', (select max(run_id) "
                + "from runs), 'GET readings/1'); update readings set energy_kwh = 2, updated_at = now() "
                + "where run_id is not null");
        assertThat(DATABASE.rows("select energy_kwh, run_kind, rule_set, configuration_hash, request, "
                + "earlier_versions from v_lineage where channel_id = 1 order by \"timestamp\""))
                .containsExactly("2|poll|abc|def|GET readings/1|1", "1|null|from before Wattline|null|null|0");
    }

    @Test
    void rejections_and_gaps_are_summed_up_by_what_became_of_them() {
        DATABASE.execute("insert into dead_letters (channel_id, reading_timestamp, stage, rule, reason, payload, "
                + "status, times_seen) values (2, '2026-01-05T20:00Z', 'validate', 'power-range', 'a', '{\"a\":1}', "
                + "'open', 3), (2, '2026-01-05T21:00Z', 'validate', 'power-range', 'b', '{\"a\":2}', 'replayed', 1); "
                + "insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots, fillable) "
                + "values (1, '2026-01-05T20:00Z', '2026-01-05T22:00Z', 'rejected', 8, false)");
        assertThat(DATABASE.rows("select date, rule, rejected, open, replayed, times_seen from v_rejection_summary "
                + "where channel_id = 2")).containsExactly("2026-01-06|power-range|2|1|1|4");
        assertThat(DATABASE.rows("select reason, open_gaps, missing_readings, open_hours = 2, unfillable_gaps, "
                + "filled_gaps from v_gap_summary where channel_id = 1")).containsExactly("rejected|1|8|t|1|0");
    }

    @Test
    void the_views_can_be_made_again_and_what_people_built_on_them_stays() throws Exception {
        DATABASE.execute("create view peoples_own as select channel_id, grade "
                + "from (select channel_id, completeness_pct as grade from v_ingestion_quality) q");
        String script = Files.readString(Path.of("db/migration/R__40_quality_views.sql"), StandardCharsets.UTF_8);
        DATABASE.execute("begin; " + script + "; commit");
        assertThat(DATABASE.rows("select count(*) from peoples_own")).hasSize(1);
        assertThat(DATABASE.rows("select view_name, outcome from views_set_aside "
                + "where outcome not in ('restored', 'replaced')")).isEmpty();
        DATABASE.execute("drop view peoples_own");
    }

    /** The first slots of yesterday (UTC); {@code n} counts them from 0. */
    private static void day(int channel, String columns, String values, int slots) {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", " + columns + ") select " + channel
                + ", date_trunc('day', wattline_now(), 'UTC') - interval '1 day' + n * interval '15 minutes', " + values
                + " from generate_series(0, " + (slots - 1) + ") n");
    }

    private static void refresh() {
        DATABASE.execute("select refresh_touched_days(wattline_now())");
    }
}
