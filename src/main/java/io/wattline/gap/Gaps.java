package io.wattline.gap;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.reading.PollSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
    private final Duration history;
    private final Duration grace;
    private final Clock clock;

    public Gaps(DataSource database, GapSettings settings, PollSettings polls, Clock clock) {
        this.sql = new Sql(database);
        this.settings = settings;
        this.history = polls.history();
        this.grace = polls.delay().plus(settings.tolerance());
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
        return findings(sql.query(SqlFile.text("gaps-find-new"), Gaps::counts, clock.instant(),
                again == null ? "0" : again.toString(), history.toString(), grace.toString(), firstAttempt()));
    }

    /** Searches a range, and checks the open gaps of its channels. */
    public GapFindings find(GapSearch search) throws SQLException {
        return findings(sql.query(SqlFile.text("gaps-find"), Gaps::counts, search.interval().start(),
                search.interval().end(), ids(search), clock.instant(), history.toString(), grace.toString(),
                firstAttempt()));
    }

    private String firstAttempt() {
        return settings.askAgain().get(0).toString();
    }

    private static long[] counts(ResultSet row) throws SQLException {
        return new long[] {row.getLong("opened"), row.getLong("filled"), row.getLong("withdrawn")};
    }

    private GapFindings findings(List<long[]> rows) throws SQLException {
        long[] counts = rows.get(0);
        Map<String, GapFindings.OpenGaps> open = new LinkedHashMap<>();
        sql.query(SqlFile.text("gaps-open-by-reason"), row -> open.put(row.getString("reason"),
                new GapFindings.OpenGaps(row.getLong("gaps"), row.getLong("slots"))));
        return new GapFindings(counts[0], counts[1], counts[2], open);
    }

    /** The open gaps of the channels that reach into the range, by channel and start. */
    public List<Gap> open(GapSearch search) throws SQLException {
        return sql.query(SqlFile.text("gaps-open"), Gaps::gap, search.interval().start(), search.interval().end(),
                ids(search));
    }

    /** How complete the readings of the channels are together. Readings that are not due yet do not count. */
    public Completeness completeness(GapSearch search) throws SQLException {
        return sql.query(SqlFile.text("gaps-completeness"),
                row -> new Completeness(row.getLong("expected"), row.getLong("kept"), row.getLong("estimated"),
                        row.getLong("missing"), row.getObject("completeness", Double.class)),
                search.interval().end(), clock.instant().minus(grace), search.interval().start(), ids(search)).get(0);
    }

    private static Integer[] ids(GapSearch search) {
        return search.channelIds().toArray(Integer[]::new);
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(row.getLong("gap_id"), row.getInt("channel_id"), row.getString("channel_name"),
                Sql.instant(row, "gap_start"), Sql.instant(row, "gap_end"), row.getInt("missing_slots"),
                row.getString("reason"), Sql.instant(row, "detected_at"), Sql.instant(row, "last_seen_at"),
                row.getInt("attempts"), Sql.instant(row, "next_attempt_at"), row.getObject("fillable", Boolean.class),
                row.getString("last_answer"));
    }
}
