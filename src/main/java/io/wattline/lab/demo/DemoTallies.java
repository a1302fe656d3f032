package io.wattline.lab.demo;

import io.wattline.database.Sql;
import io.wattline.reading.Interval;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Takes tallies of a demo's database. */
public final class DemoTallies {

    private static final String SQL =
            """
            select (select count(*) from readings) readings,
                   (select max("timestamp") from readings) newest,
                   (select count(*) from dead_letters) dead_letters,
                   (select count(*) from reading_history) corrections,
                   (select count(*) from readings where data_quality = 'suspect') suspect,
                   (select count(*) from readings where created_at > ? and "timestamp" < ?) late,
                   count(*) filter (where state = 'live') live,
                   count(*) filter (where state = 'paused') paused,
                   count(*) filter (where state = 'dead') dead,
                   coalesce(array_agg(channel_id)
                     filter (where state = 'live' and last_error is not null), '{}') troubled,
                   coalesce(avg(least(1, greatest(0, extract(epoch from cursor - ?) / ?)))
                     filter (where state = 'live'), 0) filled,
                   now() taken_at
              from poll_state
            """;
    /**
     * Time zones apart, a reading this much older than the newest one at the last tally was not simply next in turn.
     */
    private static final long LATE_SECONDS = 3600;

    private final Sql sql;
    private final Interval backFill;

    /** {@code backFill}: from where the history starts to where the cursors of healthy channels are when it is done. */
    public DemoTallies(DataSource database, Interval backFill) {
        this.sql = new Sql(database);
        this.backFill = backFill;
    }

    /** The tally now; late readings are counted since {@code before}. */
    public DemoTally take(DemoTally before) throws SQLException {
        Instant newest = before.newest() == null ? Instant.EPOCH : before.newest();
        return sql.query(
                        SQL,
                        DemoTallies::tally,
                        before.takenAt(),
                        newest.minusSeconds(LATE_SECONDS),
                        backFill.start(),
                        backFill.length().toSeconds())
                .get(0);
    }

    private static DemoTally tally(ResultSet row) throws SQLException {
        return new DemoTally(
                row.getLong("readings"),
                Sql.instant(row, "newest"),
                row.getLong("dead_letters"),
                row.getLong("corrections"),
                row.getLong("suspect"),
                row.getLong("late"),
                row.getInt("live"),
                row.getInt("paused"),
                row.getInt("dead"),
                channels(row.getArray("troubled")),
                row.getDouble("filled"),
                Sql.instant(row, "taken_at"));
    }

    private static Set<Integer> channels(Array array) throws SQLException {
        return new TreeSet<>(Arrays.asList((Integer[]) array.getArray()));
    }

    /**
     * Where the demo's time was when it ended: the latest that a poll or a reading knows; {@code now} where that is
     * later or nothing is kept.
     */
    public static Instant resume(DataSource database, Instant now) throws SQLException {
        Sql sql = new Sql(database);
        boolean isThere = sql.query("select to_regclass('readings') is not null "
                + "and to_regclass('poll_state') is not null", row -> row.getBoolean(1)).get(0);
        return isThere
                ? sql.query(
                                """
                select greatest(?, (select max("timestamp") from readings),
                  (select max(greatest(last_attempt_at, last_success_at, cursor)) from poll_state)) as latest
                """,
                                row -> Sql.instant(row, "latest"),
                                now)
                        .get(0)
                : now;
    }
}
