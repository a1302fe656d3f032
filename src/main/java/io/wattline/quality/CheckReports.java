package io.wattline.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads from the database what a turn of the checks has found. */
public final class CheckReports {

    private static final String FINDINGS = "select finding_id, channel_id, rule, severity, finding_start, finding_end, reason, run_id = last_run_id as is_new from quality_findings"
            + " where last_run_id = ? and closed_at is null order by array_position(array['critical', 'warning', 'info'], severity), channel_id, finding_start, rule";
    private static final String CLOSED = "select count(*) from quality_findings where last_run_id = ? and closed_at is not null";
    private static final String NOT_RUN = "select rule || ' at ' || count(*) || ' channel(s): ' || min(problem) from quality_checks where run_id = ? and problem is not null group by rule order by rule";

    private final DataSource database;

    public CheckReports(DataSource database) {
        this.database = database;
    }

    /** The report of the turn. */
    public CheckReport of(CheckPlan plan) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Long> closed = query(connection, CLOSED, plan.runId(), row -> row.getLong(1));
            return new CheckReport(plan.runId(), plan.from(), plan.to(), query(connection, FINDINGS, plan.runId(), CheckReports::finding), closed.get(0),
                    query(connection, NOT_RUN, plan.runId(), row -> row.getString(1)));
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getLong("finding_id"), row.getInt("channel_id"), row.getString("rule"), row.getString("severity"),
                row.getObject("finding_start", OffsetDateTime.class).toInstant(), row.getObject("finding_end", OffsetDateTime.class).toInstant(),
                row.getString("reason"), row.getBoolean("is_new"));
    }

    private static <T> List<T> query(Connection connection, String sql, long runId, Row<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, runId);
            List<T> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(reader.read(results));
                }
            }
            return rows;
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
