package io.wattline.quality;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads the result of a run of the checks from the database. */
public final class CheckReports {

    private final Sql sql;

    public CheckReports(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The report of a run. */
    public CheckReport of(CheckRun run) throws SQLException {
        long id = run.runId();
        List<Finding> findings =
                sql.query(SqlFile.text("check-report-findings"), CheckReports::finding, run.now(), id);
        long closed = sql.query(SqlFile.text("check-report-closed"), row -> row.getLong(1), id).get(0);
        List<String> notRun = sql.query(SqlFile.text("check-report-not-run"), row -> row.getString(1), id);
        return new CheckReport(id, run.from(), run.to(), findings, closed, notRun);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getLong("finding_id"), row.getInt("channel_id"), row.getString("rule"),
                row.getString("severity"), Sql.instant(row, "finding_start"), Sql.instant(row, "finding_end"),
                row.getString("reason"), row.getBoolean("is_new"), row.getString("accepted"));
    }
}
