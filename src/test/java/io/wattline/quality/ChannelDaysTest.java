package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code channel_day_quality} follows what happens to readings, dead letters and contracts ({@code
 * R__35_channel_days.sql}).
 */
class ChannelDaysTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String AS_OF = "'2026-03-03T12:00Z'";

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void a_site_in_new_york_with_two_channels() {
        DATABASE.execute("truncate organizations, channels, readings, planned_pauses, dead_letters, channel_day_queue "
                + "cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('1', 'Mill', 'America/New_York'); "
                + "insert into channels (channel_id, channel_name, organization_id, created_at) "
                + "values (1, 'Main', '1', '2026-03-01T12:00Z'), (2, 'Pump', '1', '2026-03-01T12:00Z')");
    }

    @Test
    void a_day_knows_what_is_expected_kept_estimated_suspect_and_null() {
        readings(1, "2026-03-01T05:00Z", "2026-03-02T05:00Z", 1, 4);
        DATABASE.execute("update readings set data_quality = 'estimated' where \"timestamp\" < '2026-03-01T06:00Z'; "
                + "update readings set data_quality = 'suspect', quality_method = 'catch-up', energy_kwh = 9 "
                + "where \"timestamp\" = '2026-03-01T07:00Z'; "
                + "update readings set power_kw = -1, voltage_v = null where \"timestamp\" = '2026-03-01T08:00Z'; "
                + "update readings set power_kw = 2000 where \"timestamp\" = '2026-03-01T09:00Z'; "
                + "delete from readings where \"timestamp\" >= '2026-03-01T10:00Z' "
                + "and \"timestamp\" < '2026-03-01T12:00Z'");
        refresh();
        assertThat(rows("select expected, kept, estimated, suspect, voltage_null, energy_null, power_negative, "
                + "power_extreme, longest_gap_seconds, energy_kwh, estimated_kwh, suspect_kwh, catch_up_kwh, "
                + "peak_power_kw, settled from channel_day_quality where channel_id = 1 "
                + "and local_day = '2026-03-01'"))
                .containsExactly("96|84|4|1|84|0|1|1|7200|96|4|9|9|2000|t");
    }

    @Test
    void every_day_up_to_today_has_a_row_also_one_without_readings() {
        readings(1, "2026-02-27T12:00Z", "2026-02-27T13:00Z", 1, 4);
        refresh();
        assertThat(rows("select local_day, expected, kept from channel_day_quality where channel_id = 1 order by 1"))
                .containsExactly(
                        "2026-02-27|96|4", "2026-02-28|96|0", "2026-03-01|96|0", "2026-03-02|96|0", "2026-03-03|96|0");
        readings(1, "2026-02-24T12:00Z", "2026-02-24T13:00Z", 1, 4);
        refresh();
        assertThat(rows("select min(local_day), count(*), max(local_day) from channel_day_quality "
                + "where channel_id = 1")).containsExactly("2026-02-24|8|2026-03-03");
        assertThat(rows("select count(*) from channel_day_quality where channel_id = 2"))
                .as("known since today")
                .containsExactly("1");
    }

    @Test
    void a_dead_letter_of_an_impossible_time_makes_no_days() {
        readings(1, "2026-03-01T12:00Z", "2026-03-02T12:00Z", 1, 4);
        DATABASE.execute("insert into dead_letters (channel_id, reading_timestamp, stage, rule, reason, payload) "
                + "values (1, '2036-03-02T07:00Z', 'validate', 'r', 'x', '{\"a\":1}'), (1, '1970-01-01T00:00Z', "
                + "'validate', 'r', 'x', '{\"a\":2}'), (2, '2036-03-02T07:00Z', 'validate', "
                + "'r', 'x', '{\"a\":3}')");
        refresh();
        assertThat(DATABASE.rows("select channel_id, min(local_day), max(local_day) from channel_day_quality "
                + "group by 1 order by 1")).first().isEqualTo("1|2026-03-01|2026-03-03");
        assertThat(DATABASE.rows("select count(*) from channel_day_quality where local_day > '2026-03-03'"))
                .containsExactly("0");
        assertThat(DATABASE.rows("select count(*) from channel_day_queue")).containsExactly("0");
    }

    @Test
    void only_what_was_touched_is_made_anew_and_a_statement_that_changes_nothing_touches_nothing() {
        readings(1, "2026-02-25T12:00Z", "2026-03-01T12:00Z", 1, 4);
        assertThat(refresh()).isEqualTo("8");
        assertThat(refresh()).isEqualTo("0");
        DATABASE.execute("update readings set energy_kwh = 1");
        DATABASE.execute("insert into readings (channel_id, \"timestamp\") values (1, '2026-02-25T12:00Z') "
                + "on conflict do nothing");
        assertThat(rows("select count(*) from channel_day_queue")).containsExactly("1");
        refresh();
        DATABASE.execute("update readings set energy_kwh = 5 where \"timestamp\" = '2026-02-26T12:00Z'");
        assertThat(refresh()).isEqualTo("1");
        assertThat(rows("select energy_kwh from channel_day_quality where local_day = '2026-02-26'"))
                .containsExactly("100");
    }

    @Test
    void piece_by_piece_the_days_are_those_that_one_statement_makes_and_a_stop_waits_for_one_piece_only()
            throws Exception {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh) select c, slot, 1 "
                + "from unnest(array[1, 2]) c, generate_series('2025-01-01T12:00Z'::timestamptz, '2026-03-03T06:00Z', "
                + "interval '1 day') slot");
        assertThat(days(() -> false).refresh()).isEqualTo(ChannelDays.PIECE);
        assertThat(rows("select channel_id, count(*) from channel_day_quality group by 1 order by 1"))
                .containsExactly("1|427", "2|73");
        assertThat(rows("select count(*) from channel_day_queue")).as("the rest waits").containsExactly("1");
        assertThat(days(() -> true).refresh()).as("and today once more, which is not over").isBetween(354, 356);
        assertThat(days(() -> true).refresh()).isZero();
        List<String> pieces = rows("select channel_id, local_day, kept, energy_kwh, expected, longest_gap_seconds "
                + "from channel_day_quality order by 1, 2");
        DATABASE.execute("truncate channel_day_quality; insert into channel_day_queue (channel_id, changed_from, "
                + "changed_to) select channel_id, min(\"timestamp\"), max(\"timestamp\") from readings group by 1");
        refresh();
        assertThat(rows("select channel_id, local_day, kept, energy_kwh, expected, longest_gap_seconds "
                + "from channel_day_quality order by 1, 2")).isEqualTo(pieces).hasSize(854);
    }

    private static ChannelDays days(java.util.function.BooleanSupplier goesOn) throws java.io.IOException {
        QualityStandard standard = QualityStandard.parse(
                "config/quality.yaml", java.nio.file.Files.readString(java.nio.file.Path.of("config/quality.yaml")));
        return new ChannelDays(
                DATABASE.dataSource(),
                standard,
                java.time.Clock.fixed(java.time.Instant.parse("2026-03-03T12:00:00Z"), java.time.ZoneOffset.UTC),
                goesOn);
    }

    @Test
    void a_change_that_is_not_committed_yet_is_seen_by_the_next_refresh() throws Exception {
        try (java.sql.Connection open = DATABASE.dataSource().getConnection();
                java.sql.Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("insert into readings (channel_id, \"timestamp\", energy_kwh) "
                    + "values (1, '2026-03-02T12:00Z', 7)");
            refresh();
            open.commit();
        }
        refresh();
        assertThat(rows("select energy_kwh from channel_day_quality where channel_id = 1 and local_day = '2026-03-02'"))
                .containsExactly("7");
    }

    @Test
    void a_day_that_ends_is_judged_once_more_when_everything_of_it_was_due() {
        readings(1, "2026-03-02T05:00Z", "2026-03-02T17:00Z", 1, 4);
        refresh("'2026-03-02T17:30Z'");
        assertThat(rows("select kept, longest_gap_seconds, settled from channel_day_quality where channel_id = 1"))
                .containsExactly("48|0|f");
        refresh("'2026-03-02T20:30Z'");
        assertThat(rows("select settled from channel_day_quality where channel_id = 1")).containsExactly("f");
        refresh("'2026-03-03T05:46Z'");
        assertThat(rows("select kept, longest_gap_seconds, settled from channel_day_quality where channel_id = 1 "
                + "order by local_day")).containsExactly("48|43200|t", "0|900|f");
    }

    @Test
    void a_pause_a_removal_and_another_zone_change_what_is_expected() {
        readings(1, "2026-03-01T05:00Z", "2026-03-02T05:00Z", 1, 4);
        refresh();
        DATABASE.execute("insert into planned_pauses (channel_id, pause_start, pause_end, reason) "
                + "values (1, '2026-03-01T10:00Z', '2026-03-01T11:00Z', 'rewiring')");
        refresh();
        assertThat(expected(1)).containsExactly("2026-03-01|92", "2026-03-02|96", "2026-03-03|96");
        DATABASE.execute("update channels set uninstalled_at = '2026-03-02T06:00Z' where channel_id = 1; delete "
                + "from planned_pauses");
        refresh();
        assertThat(expected(1)).containsExactly("2026-03-01|96", "2026-03-02|4", "2026-03-03|0");
        DATABASE.execute("update organizations set timezone = 'Europe/Berlin'");
        refresh();
        assertThat(expected(1)).containsExactly("2026-03-01|96", "2026-03-02|28", "2026-03-03|0");
    }

    @Test
    void a_gap_over_midnight_is_one_gap_for_every_day_that_it_touches() {
        readings(1, "2026-01-10T05:00Z", "2026-01-14T05:00Z", 1, 4);
        DATABASE.execute("delete from readings where channel_id = 1 and \"timestamp\" >= '2026-01-11T04:15Z' "
                + "and \"timestamp\" < '2026-01-13T05:45Z'");
        refresh("'2026-01-14T12:00Z'::timestamptz");
        assertThat(rows("select local_day, longest_gap_seconds, whole_gap_seconds(1, day_start, day_end) "
                + "from channel_day_quality where channel_id = 1 and local_day between '2026-01-10' and '2026-01-13' "
                + "order by 1")).containsExactly(
                        "2026-01-10|2700|178200", "2026-01-11|86400|178200", "2026-01-12|86400|178200",
                        "2026-01-13|2700|178200");
    }

    @Test
    void days_of_the_clock_change_have_92_and_100_readings() {
        readings(1, "2025-03-09T05:00Z", "2025-03-10T04:00Z", 1, 4);
        readings(1, "2025-11-02T04:00Z", "2025-11-03T05:00Z", 1, 4);
        refresh();
        assertThat(rows("select local_day, expected, kept, longest_gap_seconds from channel_day_quality "
                + "where channel_id = 1 and kept > 0 order by 1"))
                .containsExactly("2025-03-09|92|92|0", "2025-11-02|100|100|0");
    }

    @Test
    void open_dead_letters_and_rows_off_the_grid_are_counted_and_settled_letters_are_not() {
        readings(1, "2026-03-02T05:00Z", "2026-03-02T06:00Z", 1, 4);
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", data_quality, quality_method) "
                + "values (1, '2026-03-02T05:04:31Z', 'measured', null), (1, '2026-03-02T05:19:31Z', 'suspect', "
                + "'adopted-off-grid'); "
                + "insert into dead_letters (channel_id, reading_timestamp, stage, rule, reason, payload) "
                + "values (1, '2026-03-02T07:00Z', 'validate', 'r', 'x', '{}'), (1, null, 'validate', 'r', 'x', "
                + "'{}'), (99, '2026-03-02T07:00Z', 'validate', 'r', 'x', '{}')");
        refresh();
        assertThat(rows("select kept, off_grid, rejected from channel_day_quality where channel_id = 1 "
                + "and local_day = '2026-03-02'")).containsExactly("4|1|1");
        DATABASE.execute("update dead_letters set status = 'discarded'");
        refresh();
        assertThat(rows("select rejected from channel_day_quality where channel_id = 1 and local_day = '2026-03-02'"))
                .containsExactly("0");
    }

    @Test
    void energy_of_a_gap_counts_once_also_when_an_estimate_comes_into_the_day_before() {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                + "values (1, '2026-03-01T23:45-05', 1, 'measured', null), (1, '2026-03-03T00:00-05', 99, 'suspect', "
                + "'catch-up: energy of 97 slots since "
                + "2026-03-02T05:00:00Z')");
        refresh();
        assertThat(rows("select energy_kwh, catch_up_kwh from channel_day_quality where channel_id = 1 "
                + "and local_day = '2026-03-03'")).containsExactly("99|99");
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                + "select 1, slot, 1, 'estimated', 'register' "
                + "from generate_series('2026-03-02T00:00-05'::timestamptz, '2026-03-02T23:45-05', interval '15 "
                + "minutes') slot");
        refresh();
        assertThat(rows("select local_day, energy_kwh, estimated_kwh, catch_up_kwh from channel_day_quality "
                + "where channel_id = 1 and local_day >= '2026-03-02' order by 1"))
                .containsExactly("2026-03-02|96|96|0", "2026-03-03|3|0|0");
        assertThat(rows("select energy_kwh, catch_up_kwh from v_hourly_energy where channel_id = 1 "
                + "and date = '2026-03-03' and measured_readings > 0")).containsExactly("3|0");
    }

    @Test
    void only_readings_of_a_channel_that_was_known_already_can_be_late() {
        readings(1, "2026-03-01T11:00Z", "2026-03-01T13:00Z", 1, 4);
        DATABASE.execute("update readings set created_at = case when \"timestamp\" < '2026-03-01T12:30Z' then "
                + "\"timestamp\" + interval '20 minutes' else \"timestamp\" + interval '3 hours' end");
        refresh();
        assertThat(rows("select kept, watched, on_time from channel_day_quality where channel_id = 1 and kept > 0"))
                .containsExactly("8|4|2");
    }

    private static List<String> expected(int channelId) {
        return rows(
                "select local_day, expected from channel_day_quality where channel_id = " + channelId + " order by 1");
    }

    private static void readings(int channel, String from, String to, double energyKwh, double powerKw) {
        DATABASE.execute(("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) "
                + "select %d, slot, %s, %s from generate_series('%s'::timestamptz, '%s'::timestamptz - interval '1 "
                + "s', interval '15 minutes') slot")
                .formatted(channel, energyKwh, powerKw, from, to));
    }

    private static String refresh() {
        return refresh(AS_OF);
    }

    private static String refresh(String asOf) {
        return rows("select refresh_touched_days(" + asOf + ")").get(0);
    }

    private static List<String> rows(String sql) {
        return DATABASE.rows(sql);
    }
}
