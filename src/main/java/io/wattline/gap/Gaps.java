package io.wattline.gap;

import io.wattline.database.Sql;
import io.wattline.reading.PollSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Table {@code data_gaps}. The functions of {@code db/migration/R__35_gaps.sql} compare the slots, in one transaction
 * per search.
 */
public final class Gaps {

    private final Sql sql;
    private final GapSettings settings;
    private final PollSettings polls;
    private final Clock clock;

    public Gaps(DataSource database, GapSettings settings, PollSettings polls, Clock clock) {
        this.sql = new Sql(database);
        this.settings = settings;
        this.polls = polls;
        this.clock = clock;
    }

    /** {@code gaps.find-all.range}, for {@link #findNew}. */
    public Duration recent() {
        return settings.findAllRange();
    }

    /**
     * Searches where something is new since the last search, and checks the open gaps. A repeated or parallel search
     * changes nothing.
     *
     * @param again how far back slots are searched in any case; null for none
     */
    public GapFindings findNew(Duration again) throws SQLException {
        return findings("find_new_gaps(?, ?::interval, ?::interval, ?::interval, ?::interval)",
                List.of(clock.instant(), again == null ? "0" : again.toString()));
    }

    /** Searches a range, and checks the open gaps of its channels. */
    public GapFindings find(GapSearch search) throws SQLException {
        return findings("find_gaps(?, ?, nullif(?, '{}'), ?, ?::interval, ?::interval, ?::interval)",
                List.of(search.interval().start(), search.interval().end(), ids(search), clock.instant()));
    }

    private GapFindings findings(String function, List<Object> where) throws SQLException {
        List<Object> arguments = new ArrayList<>(where);
        arguments.addAll(List.of(polls.history().toString(), polls.delay().plus(settings.tolerance()).toString(),
                settings.askAgain().get(0).toString()));
        long[] counts = sql.query(
                        "select opened, filled, withdrawn from " + function,
                        row -> new long[] {row.getLong("opened"), row.getLong("filled"), row.getLong("withdrawn")},
                        arguments.toArray())
                .get(0);
        Map<String, GapFindings.OpenGaps> open = new LinkedHashMap<>();
        sql.query(
                "select reason, count(*), sum(missing_slots) from data_gaps where closed_at is null group by reason"
                        + " order by reason",
                row -> open.put(row.getString(1), new GapFindings.OpenGaps(row.getLong(2), row.getLong(3))));
        return new GapFindings(counts[0], counts[1], counts[2], open);
    }

    /** The open gaps of the channels that reach into the range, by channel and start. */
    public List<Gap> open(GapSearch search) throws SQLException {
        return sql.query("select g.*, c.channel_name from data_gaps g join channels c using (channel_id)"
                + " where closed_at is null and gap_end > ? and gap_start < ?"
                + " and channel_id = any(coalesce(nullif(?, '{}'), array[channel_id])) order by channel_id, gap_start",
                Gaps::gap, search.interval().start(), search.interval().end(), ids(search));
    }

    /** How complete the channels are together. */
    public Completeness completeness(GapSearch search) throws SQLException {
        Instant end = search.interval().end().isAfter(clock.instant()) ? clock.instant() : search.interval().end();
        return sql.query(
                        "select coalesce(sum(expected), 0), coalesce(sum(kept), 0), coalesce(sum(estimated), 0),"
                                + " coalesce(sum(missing), 0), sum(kept) / sum(expected)::double precision from"
                                + " completeness(?, ?, nullif(?, '{}'))",
                        row -> new Completeness(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getObject(5, Double.class)),
                        search.interval().start(),
                        end,
                        ids(search))
                .get(0);
    }

    private static Integer[] ids(GapSearch search) {
        return search.channelIds().toArray(Integer[]::new);
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getLong("gap_id"),
                row.getInt("channel_id"),
                row.getString("channel_name"),
                Sql.instant(row, "gap_start"),
                Sql.instant(row, "gap_end"),
                row.getInt("missing_slots"),
                row.getString("reason"),
                Sql.instant(row, "detected_at"),
                Sql.instant(row, "last_seen_at"),
                row.getInt("attempts"),
                Sql.instant(row, "next_attempt_at"),
                row.getObject("fillable", Boolean.class),
                row.getString("last_answer"));
    }
}
