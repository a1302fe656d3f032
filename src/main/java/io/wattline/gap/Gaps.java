package io.wattline.gap;

import io.wattline.database.Sql;
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

/** Table {@code data_gaps}. The arithmetic is done by the functions of {@code db/migration/R__35_gaps.sql}, in one transaction a search. */
public final class Gaps {

    private final Sql sql;
    private final GapSettings settings;
    private final Clock clock;

    public Gaps(DataSource database, GapSettings settings, Clock clock) {
        this.sql = new Sql(database);
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code gaps.find-all.range}, for {@link #findNew}. */
    public Duration recent() {
        return settings.recent();
    }

    /**
     * Looks where something is new since the last time, and at what is open. Doing it twice, or in two processes at once, does no harm.
     *
     * @param again the youngest slots that are looked at be there something new or not; null = none
     */
    public GapFindings findNew(Duration again) throws SQLException {
        return findings("find_new_gaps(?, ?::interval, ?::interval, ?::interval, ?::interval)",
                List.of(clock.instant(), again == null ? "0" : again.toString()));
    }

    /** Looks through a range, and at what is open of its channels. */
    public GapFindings find(GapSearch search) throws SQLException {
        return findings("find_gaps(?, ?, nullif(?, '{}'), ?, ?::interval, ?::interval, ?::interval)",
                List.of(search.interval().start(), search.interval().end(), ids(search), clock.instant()));
    }

    private GapFindings findings(String function, List<Object> where) throws SQLException {
        List<Object> arguments = new ArrayList<>(where);
        arguments.addAll(List.of(settings.history().toString(), settings.readyAfter().toString(), settings.firstAsk().toString()));
        long[] counts = sql.query("select opened, filled, withdrawn from " + function,
                row -> new long[] {row.getLong("opened"), row.getLong("filled"), row.getLong("withdrawn")}, arguments.toArray()).get(0);
        Map<String, GapFindings.Open> open = new LinkedHashMap<>();
        sql.query("select reason, count(*), sum(missing_slots) from data_gaps where closed_at is null group by reason order by reason",
                row -> open.put(row.getString(1), new GapFindings.Open(row.getLong(2), row.getLong(3))));
        return new GapFindings(counts[0], counts[1], counts[2], open);
    }

    /** What is open of the channels and reaches into the range, by channel and start. */
    public List<Gap> open(GapSearch search) throws SQLException {
        return sql.query("select g.*, c.channel_name from data_gaps g join channels c using (channel_id) where closed_at is null and gap_end > ? and gap_start < ?"
                + " and channel_id = any(coalesce(nullif(?, '{}'), array[channel_id])) order by channel_id, gap_start",
                Gaps::gap, search.interval().start(), search.interval().end(), ids(search));
    }

    /** How complete the channels are together. */
    public Completeness completeness(GapSearch search) throws SQLException {
        Instant end = search.interval().end().isAfter(clock.instant()) ? clock.instant() : search.interval().end();
        return sql.query("select coalesce(sum(expected), 0), coalesce(sum(kept), 0), coalesce(sum(estimated), 0), coalesce(sum(missing), 0), sum(kept) / sum(expected)::double precision"
                + " from completeness(?, ?, nullif(?, '{}'))",
                row -> new Completeness(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getObject(5, Double.class)),
                search.interval().start(), end, ids(search)).get(0);
    }

    private static Integer[] ids(GapSearch search) {
        return search.channelIds().toArray(Integer[]::new);
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(row.getLong("gap_id"), row.getInt("channel_id"), row.getString("channel_name"), Sql.instant(row, "gap_start"), Sql.instant(row, "gap_end"),
                row.getInt("missing_slots"), row.getString("reason"), Sql.instant(row, "detected_at"), Sql.instant(row, "last_seen_at"), row.getInt("attempts"),
                Sql.instant(row, "next_attempt_at"), row.getObject("fillable", Boolean.class), row.getString("last_answer"));
    }
}
