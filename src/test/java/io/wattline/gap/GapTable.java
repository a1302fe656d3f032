package io.wattline.gap;

import io.wattline.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What tests of gaps do with a database: put readings there, search, and read rows as text. */
final class GapTable {

    /** Short, so that a day holds everything. */
    static final Duration HISTORY = Duration.ofDays(10);
    static final Duration READY_AFTER = Duration.ofMinutes(15);
    static final Duration FIRST_ASK = Duration.ofHours(1);

    private final TestDatabase database;

    GapTable(TestDatabase database) {
        this.database = database;
    }

    /** One site in Berlin without anything. */
    void clear() {
        database.execute("delete from readings; delete from reading_history; delete from dead_letters; delete "
                + "from ingestion_logs; delete from poll_state; delete from data_gaps; "
                + "alter table data_gaps alter column gap_id restart; delete from gap_scans; delete "
                + "from planned_pauses; delete from channels; delete from organizations; "
                + "insert into organizations (organization_id, organization_name, timezone) "
                + "values ('berlin', 'Berlin', 'Europe/Berlin')");
    }

    void channel(int channelId, int intervalSeconds, String installedAt) {
        database.execute("insert into channels (channel_id, channel_name, organization_id, interval_seconds, "
                + "installed_at) values (" + channelId + ", 'c" + channelId + "', 'berlin', "
                + intervalSeconds + ", " + (installedAt == null ? "null" : "'" + installedAt + "'") + ")");
    }

    /** A reading in every slot of [start, end). */
    void readings(int channelId, String start, String end) {
        database.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, run_id) "
                + "select channel_id, slot, 1, 7 from expected_slots('" + start + "', '" + end + "', '{"
                + channelId + "}') on conflict do nothing");
    }

    /** The source was asked for [start, end). */
    void asked(int channelId, String start, String end, String status) {
        database.execute("insert into ingestion_logs (organization_id, channel_id, start_time, end_time, status) "
                + "values ('berlin', " + channelId + ", '" + start + "', '" + end + "', '" + status + "')");
    }

    /** Searches a range; how many gaps are new, filled, withdrawn. */
    String find(String start, String end, String now) {
        return rows("select * from find_gaps('" + start + "', '" + end + "', null, '" + now + "', '" + HISTORY + "', '"
                        + READY_AFTER + "', '" + FIRST_ASK + "')")
                .get(0);
    }

    /** Searches where something is new. */
    String findNew(String now) {
        return rows("select * from find_new_gaps('" + now + "', '0', '" + HISTORY + "', '" + READY_AFTER + "', '"
                        + FIRST_ASK + "')")
                .get(0);
    }

    String findNew(Instant now) {
        return findNew(now.toString());
    }

    /** Channel, start, end, reason of every open gap, for a day on which hours and minutes say it all. */
    List<String> open() {
        return rows("select channel_id, to_char(gap_start at time zone 'UTC', 'DD HH24:MI'), to_char(gap_end at time "
                + "zone 'UTC', 'DD HH24:MI'), reason from data_gaps "
                + "where closed_at is null order by channel_id, gap_start");
    }

    /** The same of closed ones, with what closed them. */
    List<String> closed() {
        return rows("select channel_id, to_char(gap_start at time zone 'UTC', 'DD HH24:MI'), to_char(gap_end at time "
                + "zone 'UTC', 'DD HH24:MI'), reason, concat_ws(' ', close_reason, fill_method, filled_by) "
                + "from data_gaps where closed_at is not null "
                + "order by channel_id, gap_start, gap_id");
    }

    void execute(String sql) {
        database.execute(sql);
    }

    List<String> rows(String sql) {
        return database.rows(sql);
    }
}
