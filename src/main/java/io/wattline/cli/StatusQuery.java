package io.wattline.cli;

import io.wattline.database.Sql;
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

/** Asks the database for a {@link StatusReport}. */
final class StatusQuery {

    private static final String FIGURES =
            """
            select (select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1) schema_version,
                   (select max("timestamp") from readings) newest,
                   (select extract(epoch from now() - min(last_reading_at))::bigint from poll_state where state = 'live') lag,
                   (select count(*) from readings where created_at > now() - interval '1 hour') last_hour,
                   (select count(*) from alerts where state in ('firing', 'acknowledged')) alerts,
                   (select count(*) from dead_letters where status = 'open') dead_letters,
                   (select count(*) from data_gaps where closed_at is null and reason not in ('planned', 'not_yet_due')) gaps,
                   (select coalesce(sum(missing_slots), 0) from data_gaps where closed_at is null and reason not in ('planned', 'not_yet_due')) missing
            """;
    private static final String RUNS =
            """
            select r.run_id, r.kind, r.started_at, r.finished_at, count(l.id) windows,
                   count(l.id) filter (where l.status <> 'success') failed, coalesce(sum(l.readings_inserted), 0) inserted, coalesce(sum(l.readings_rejected), 0) rejected
              from (select * from runs order by run_id desc limit 5) r left join ingestion_logs l on l.run_id = r.run_id
             group by r.run_id, r.kind, r.started_at, r.finished_at order by r.run_id desc
            """;

    private StatusQuery() {
    }

    /** The report; empty where the database has no schema of ours yet. */
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
        List<StatusReport.Run> runs = runs(statement);
        try (ResultSet row = statement.executeQuery(FIGURES)) {
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
        try (ResultSet row = statement.executeQuery(RUNS)) {
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
