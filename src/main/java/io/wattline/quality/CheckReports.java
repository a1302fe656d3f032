package io.wattline.quality;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads the result of a run of the checks from the database. */
public final class CheckReports {

    private static final String FINDINGS =
            "select finding_id, channel_id, rule, severity, finding_start, finding_end, reason, run_id = last_run_id"
                + " as is_new, case when accepted_until > ? then 'accepted by ' || accepted_by || case when"
                + " accepted_until < 'infinity' then to_char(accepted_until at time zone 'UTC', ' until YYYY-MM-DD')"
                + " else '' end || ': ' || accepted_reason end as accepted from quality_findings where last_run_id = ?"
                + " and closed_at is null order by array_position(array['critical', 'warning', 'info'], severity),"
                + " channel_id, finding_start, rule";
    private static final String CLOSED =
            "select count(*) from quality_findings where last_run_id = ? and closed_at is not null";
    private static final String NOT_RUN =
            "select rule || ' at ' || count(*) || ' channel(s): ' || min(problem) from quality_checks where run_id = ?"
                    + " and problem is not null group by rule order by rule";

    private final Sql sql;

    public CheckReports(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The report of a run. */
    public CheckReport of(CheckRun run) throws SQLException {
        long closed = sql.query(CLOSED, row -> row.getLong(1), run.runId()).get(0);
        return new CheckReport(
                run.runId(),
                run.from(),
                run.to(),
                sql.query(FINDINGS, CheckReports::finding, run.now(), run.runId()),
                closed,
                sql.query(NOT_RUN, row -> row.getString(1), run.runId()));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong("finding_id"),
                row.getInt("channel_id"),
                row.getString("rule"),
                row.getString("severity"),
                Sql.instant(row, "finding_start"),
                Sql.instant(row, "finding_end"),
                row.getString("reason"),
                row.getBoolean("is_new"),
                row.getString("accepted"));
    }
}
