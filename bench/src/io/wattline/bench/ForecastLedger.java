package io.wattline.bench;

import io.wattline.forecast.method.Outlook;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/** Forecasts with what then happened, in the tables of Wattline; its own function scores them. */
final class ForecastLedger {

    private final Postgres postgres;
    private final String database;
    private final StringBuilder forecasts = new StringBuilder();
    private final StringBuilder outcomes = new StringBuilder();
    private final double warnAt;
    private long id;

    ForecastLedger(Postgres postgres, String database, double warnAt) {
        this.warnAt = warnAt;
        this.postgres = postgres;
        this.database = database;
    }

    /** @param happenedAt null where it did not happen */
    void add(Outlook outlook, Instant madeAt, Duration horizon, Instant happenedAt, double value) throws SQLException {
        id++;
        String site = outlook.subject().siteId();
        forecasts.append(String.format(Locale.ROOT, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%.6f\t%s\t%s\t%s\t%s\t%s\t%s\tf\t"
                + "%s\t-\t-%n", id, outlook.kind().text(), outlook.subject().key(), outlook.subject().name(),
                site == null ? "\\N" : site, madeAt, madeAt, madeAt.plus(horizon), outlook.probability(),
                outlook.persistence(), outlook.line(), outlook.limit(), value(outlook, true), value(outlook, false),
                outlook.probability() >= warnAt ? "t" : "f", id % 500 == 0 ? outlook.sentence() : "-"));
        outcomes.append(id).append('\t').append(madeAt.plus(horizon)).append('\t')
                .append(happenedAt == null ? 'f' : 't').append('\t')
                .append(happenedAt == null ? "\\N" : happenedAt.toString()).append('\t')
                .append(Double.isNaN(value) ? "\\N" : String.valueOf(value)).append('\n');
        if (id % 5000 == 0) {
            flush();
        }
    }

    private static String value(Outlook outlook, boolean low) {
        return outlook.value() == null ? "\\N"
                : String.valueOf(low ? outlook.value().low() : outlook.value().high());
    }

    void flush() throws SQLException {
        copy("forecasts (forecast_id, kind, subject, subject_name, organization_id, made_for, made_at, horizon_end, "
                + "probability, persistence, line, limit_value, value_low, value_high, warned, muted, sentence, "
                + "advice, deed)", forecasts);
        copy("forecast_outcomes (forecast_id, settled_at, happened, happened_at, value)", outcomes);
    }

    private void copy(String table, StringBuilder rows) throws SQLException {
        try (Connection connection = postgres.connection(database)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin",
                    new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        rows.setLength(0);
    }

    /** Prints the scores of a kind over everything, and empties the tables. */
    void print(String name, String kind, boolean reliability) throws SQLException {
        flush();
        postgres.execute(database, "analyze forecasts, forecast_outcomes");
        try (Connection connection = postgres.connection(database);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select * from forecast_scores('-infinity', 'infinity') "
                    + "where kind = '" + kind + "'")) {
                row.next();
                System.out.printf(Locale.ROOT, "| %s | %d | %d | ", name,
                        row.getLong("settled"), row.getLong("events"));
                for (String column : List.of("skill_base", "skill_persistence", "skill_line", "within_share",
                        "came_true_share", "precision_24h", "precision_72h", "precision_168h", "recall_72h",
                        "false_per_site_month")) {
                    System.out.print(text(row, column) + " | ");
                }
                System.out.println(row.getBoolean("muted") ? "yes |" : "no |");
            }
            if (reliability) {
                bins(statement, kind);
            }
            statement.execute("truncate forecast_outcomes, forecasts");
        }
    }

    private static void bins(Statement statement, String kind) throws SQLException {
        try (ResultSet row = statement.executeQuery("select least(10, floor(probability * 10)::integer + 1) as bin, "
                + "count(*) as n, avg(probability) as said, avg(happened::integer) as came, "
                + "wilson_interval(sum(happened::integer), count(*), false) as low, "
                + "wilson_interval(sum(happened::integer), count(*), true) as high from forecasts join "
                + "forecast_outcomes using (forecast_id) where kind = '" + kind + "' group by 1 order by 1")) {
            while (row.next()) {
                System.out.printf(Locale.ROOT, "    %s bin %2d: %7d said %.3f came true %.3f (%.3f to %.3f)%n", kind,
                        row.getInt(1), row.getLong(2), row.getDouble(3), row.getDouble(4), row.getDouble(5),
                        row.getDouble(6));
            }
        }
    }

    private static String text(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
