package io.wattline.cli;

import io.wattline.database.Sql;
import io.wattline.database.ShippedViews;
import io.wattline.database.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads a {@link StatusReport} from the database. */
final class StatusQuery {

    private StatusQuery() {
    }

    /** The report; empty where the database has no schema of Wattline yet. */
    static Optional<StatusReport> ask(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            return hasSchema(statement) ? Optional.of(report(statement)) : Optional.empty();
        }
    }

    private static boolean hasSchema(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('poll_state') is not null "
                + "and to_regclass('flyway_schema_history') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static StatusReport report(Statement statement) throws SQLException {
        Map<String, Integer> channels = channels(statement);
        List<Integer> quarantined = quarantined(statement);
        List<Integer> neverDelivered = neverDelivered(statement);
        List<StatusReport.Run> runs = runs(statement);
        try (ResultSet row = statement.executeQuery(SqlFile.text("status-figures"))) {
            row.next();
            return new StatusReport(
                    row.getString("schema_version"),
                    channels,
                    Sql.instant(row, "newest"),
                    row.getObject("lag", Long.class),
                    row.getLong("last_hour"),
                    row.getLong("alerts"),
                    row.getLong("dead_letters"),
                    row.getLong("gaps"),
                    row.getLong("missing"),
                    quarantined,
                    neverDelivered,
                    ShippedViews.missing(statement.getConnection()),
                    runs);
        }
    }

    private static Map<String, Integer> channels(Statement statement) throws SQLException {
        Map<String, Integer> channels = new TreeMap<>();
        try (ResultSet row = statement.executeQuery("select state, count(*) from poll_state group by state")) {
            while (row.next()) {
                channels.put(row.getString(1), row.getInt(2));
            }
        }
        return channels;
    }

    /** A database that an older version migrated has no such view. */
    private static List<Integer> neverDelivered(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('v_never_delivered') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                return List.of();
            }
        }
        List<Integer> channels = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select channel_id from v_never_delivered order by channel_id")) {
            while (row.next()) {
                channels.add(row.getInt(1));
            }
        }
        return channels;
    }

    private static List<Integer> quarantined(Statement statement) throws SQLException {
        List<Integer> channelIds = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select channel_id from data_breakers where state = 'open' "
                + "order by channel_id")) {
            while (row.next()) {
                channelIds.add(row.getInt(1));
            }
        }
        return channelIds;
    }

    private static List<StatusReport.Run> runs(Statement statement) throws SQLException {
        List<StatusReport.Run> runs = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SqlFile.text("status-runs"))) {
            while (row.next()) {
                runs.add(new StatusReport.Run(
                        row.getLong("run_id"),
                        row.getString("kind"),
                        Sql.instant(row, "started_at"),
                        Sql.instant(row, "finished_at"),
                        row.getLong("windows"),
                        row.getLong("failed"),
                        row.getLong("inserted"),
                        row.getLong("rejected")));
            }
        }
        return runs;
    }
}
