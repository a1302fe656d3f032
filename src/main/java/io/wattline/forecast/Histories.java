package io.wattline.forecast;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.forecast.method.GatewayHistory;
import io.wattline.forecast.method.LateHistory;
import io.wattline.forecast.method.LossHistory;
import io.wattline.forecast.method.Subject;
import io.wattline.forecast.method.TrendSeries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads what the methods look at: nothing of {@code today} or later, nothing that came after {@code now}. */
final class Histories {

    private static final int DAYS = 180;
    private static final int GATEWAY_DAYS = 365;
    private static final int LATE_DAYS = 42;
    /** From 0.9 of half an interval on, a clock counts as half an interval off: beyond, its sign turns. */
    private static final double CLOCK_LIMIT = 0.45;
    private static final Map<String, String> LEVELS = Map.of("disk", "The disk of data/", "database", "The database",
            "spool", "The spool", "requests", "The requests of 24 h");

    private final Sql sql;
    private final Duration lookBack;

    /** @param lookBack of the settings */
    Histories(DataSource database, Duration lookBack) {
        this.sql = new Sql(database);
        this.lookBack = lookBack;
    }

    List<LossHistory> losses(LocalDate today, Instant now) {
        return subjects("forecast-losses", today, DAYS, now, "expected", "missing")
                .map(each -> new LossHistory(each.subject(), each.series(0), each.series(1)));
    }

    List<GatewayHistory> gateways(LocalDate today, Instant now) {
        return subjects("forecast-gateways", today, GATEWAY_DAYS, now, "kept_share", "flapping_share", "late_share",
                "gap_hours").map(each -> new GatewayHistory(each.subject(), each.series(0), each.series(1),
                each.series(2), each.series(3)));
    }

    List<TrendSeries> clocks(LocalDate today, Instant now) {
        return subjects("forecast-clocks", today, DAYS, now, "offset_seconds", "interval_seconds")
                .map(each -> new TrendSeries(each.subject(), each.series(0), CLOCK_LIMIT * each.last(1), "s", 1,
                        "The clock of " + each.subject().name() + " is half an interval off"));
    }

    List<TrendSeries> levels(LocalDate today, Instant now) {
        return subjects("forecast-levels", today, DAYS, now, "value", "limit_value").map(each -> level(each));
    }

    private static TrendSeries level(DayRows rows) {
        String key = rows.subject().key();
        boolean bytes = !key.equals("requests");
        String name = LEVELS.get(key);
        return new TrendSeries(Subject.part(key, name), rows.series(0), rows.last(1), bytes ? "GB" : "requests",
                bytes ? 1e9 : 1, name + (bytes ? " is full" : " reach their limit"));
    }

    List<LateHistory> late(LocalDate today, Instant now) {
        return subjects("forecast-late", today, LATE_DAYS, now, "seconds", "look_back")
                .map(each -> new LateHistory(each.subject(), each.series(0), each.last(1)));
    }

    List<Double> backlog(Instant now) {
        return sql.all(NamedSql.file("forecast-backlog"), Map.of("now", now), row -> row.getDouble(1));
    }

    /** The rows of each subject. */
    private record Subjects(Map<String, DayRows> rows) {

        <T> List<T> map(Function<DayRows, T> history) {
            return rows.values().stream().map(history).toList();
        }
    }

    private Subjects subjects(String file, LocalDate today, int days, Instant now, String... columns) {
        LocalDate first = today.minusDays(days);
        Map<String, DayRows> found = new LinkedHashMap<>();
        Map<String, Object> values = Map.of("first", first, "today", today, "now", now, "lookBack",
                (double) lookBack.toSeconds());
        sql.all(NamedSql.file(file), values, row -> {
            String key = row.getString("subject");
            DayRows rows = found.get(key);
            if (rows == null) {
                rows = new DayRows(subject(key, row, file), first, days, columns.length);
                found.put(key, rows);
            }
            rows.add(row.getObject("local_day", LocalDate.class), row, columns);
            return rows;
        });
        return new Subjects(found);
    }

    private static Subject subject(String key, ResultSet row, String file) throws SQLException {
        return file.equals("forecast-levels") ? Subject.part(key, key) : new Subject(key,
                row.getString("subject_name"), row.getObject("channel_id", Integer.class),
                row.getString("organization_id"));
    }
}
