package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which readings should exist, by the functions of {@code R__15_slots.sql} and {@code R__30_completeness.sql}. */
class SlotsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void a_site_in_berlin_with_a_quarter_hourly_and_an_hourly_channel() {
        DATABASE.execute("truncate organizations, channels, readings, planned_pauses cascade; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('berlin', 'Berlin', 'Europe/Berlin'); "
                + "insert into channels (channel_id, channel_name, organization_id, interval_seconds) "
                + "values (1, 'Main', 'berlin', 900), (2, 'Hourly', 'berlin', 3600)");
    }

    @Test
    void a_day_has_96_slots_and_92_or_100_when_the_clock_changes_and_24_at_an_hour() {
        String days = "select channel_id, local_day, expected from expected_by_day(?, ?) order by 1, 2";
        assertThat(rows(days.replace("?, ?", "'2026-03-28', '2026-03-31'")))
                .containsExactly(
                        "1|2026-03-28|96",
                        "1|2026-03-29|92",
                        "1|2026-03-30|96",
                        "2|2026-03-28|24",
                        "2|2026-03-29|23",
                        "2|2026-03-30|24");
        assertThat(rows(days.replace("?, ?", "'2026-10-25', '2026-10-26'")))
                .containsExactly("1|2026-10-25|100", "2|2026-10-25|25");
    }

    @Test
    void slots_are_expected_from_the_installation_until_the_channel_is_taken_away() {
        DATABASE.execute("update channels set installed_at = '2026-01-01T10:01Z', uninstalled_at = "
                + "'2026-01-01T11:01Z' where channel_id = 1");
        assertThat(rows("select slot at time zone 'UTC' from expected_slots('2026-01-01Z', '2026-01-02Z', '{1}')"))
                .containsExactly(
                        "2026-01-01 10:15:00", "2026-01-01 10:30:00", "2026-01-01 10:45:00", "2026-01-01 11:00:00");
    }

    @Test
    void nothing_is_expected_once_the_channel_has_vanished() {
        DATABASE.execute("update channels set active = false, inactive_since = '2026-01-01T00:30Z'");
        assertThat(rows("select channel_id, count(*) from expected_slots('2026-01-01Z', '2026-01-02Z') group by 1 "
                + "order by 1")).containsExactly("1|2", "2|1");
    }

    @Test
    void a_slot_that_a_planned_pause_touches_is_not_expected_be_it_the_channels_or_the_sites() {
        DATABASE.execute("insert into planned_pauses (channel_id, organization_id, pause_start, pause_end, reason) "
                + "values (1, null, '2026-01-01T01:05Z', '2026-01-01T01:20Z', 'x'), (null, 'berlin', "
                + "'2026-01-01T02:00Z', null, 'closed')");
        assertThat(rows("select channel_id, span_start at time zone 'UTC', span_end at time zone 'UTC' "
                + "from expected_spans('2026-01-01Z', '2026-01-02Z') order by 1, 2"))
                .containsExactly("1|2026-01-01 00:00:00|2026-01-01 01:00:00", "1|2026-01-01 01:30:00|2026-01-01 "
                        + "02:00:00",
                        "2|2026-01-01 00:00:00|2026-01-01 02:00:00");
    }

    @Test
    void completeness_is_kept_by_expected_and_an_estimate_is_not_kept() {
        DATABASE.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                + "values (1, '2026-01-01T00:00Z', 1, 'measured', null), (1, '2026-01-01T00:15Z', 1, 'estimated', "
                + "'linear'), (1, '2026-01-01T00:31Z', 1, 'suspect', "
                + "'adopted-off-grid')");
        assertThat(rows("select * from completeness('2026-01-01Z', '2026-01-01T01:00Z', '{1}')"))
                .containsExactly("1|4|1|1|2|0.25");
    }

    private static List<String> rows(String sql) {
        return DATABASE.rows(sql);
    }
}
