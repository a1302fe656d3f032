package io.wattline.discovery;

import io.wattline.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Lists and closes the rows of table {@code drift_findings}. */
public final class DriftFindings {

    /**
     * A change in what the source sends.
     *
     * @param kind     see {@code drift_findings.kind}
     * @param code     code of the field; empty where the change is not about a field
     * @param closedAt null while it is open
     * @param closedBy null while it is open, and where the source returned to the earlier form
     */
    public record Entry(
            long id,
            int channelId,
            String channelName,
            String kind,
            String code,
            String before,
            String after,
            String message,
            Instant foundAt,
            Instant closedAt,
            String closedBy,
            String closeReason) {}

    private final Sql sql;
    private final Clock clock;

    public DriftFindings(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Entry> list(boolean closedToo) {
        return sql.all(
                """
                select d.*, c.channel_name from drift_findings d join channels c using (channel_id)
                where d.closed_at is null or ? order by d.finding_id desc""",
                row -> new Entry(
                        row.getLong("finding_id"),
                        row.getInt("channel_id"),
                        row.getString("channel_name"),
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("message"),
                        Sql.instant(row, "found_at"),
                        Sql.instant(row, "closed_at"),
                        row.getString("closed_by"),
                        row.getString("close_reason")),
                closedToo);
    }

    /**
     * Closes findings: the new form is the expected one.
     *
     * @return the ids of those that were open
     */
    public List<Long> close(List<Long> ids, String reason, String who) {
        return sql.all(
                "update drift_findings set closed_at = ?, closed_by = ?, close_reason = ? where finding_id = any(?)"
                        + " and closed_at is null returning finding_id",
                row -> row.getLong(1),
                clock.instant(),
                who,
                reason,
                ids.toArray(Long[]::new));
    }
}
