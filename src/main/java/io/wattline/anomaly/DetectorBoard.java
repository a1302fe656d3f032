package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** How often each detector is right, and on which channels it is less sensitive or muted. */
public final class DetectorBoard {

    /**
     * A detector with what the newest backtest measured, null where there was none.
     *
     * @param falseAlarmsPerMonth a channel and month, where nothing was planted
     * @param found               planted faults that it found
     * @param precision           share of its alarms that were right where something was planted, 0 to 1
     * @param raised              channels on which its cut-off is raised
     * @param muted               channels on which it is muted
     * @param open                anomalies of it that go on
     * @param normal              anomalies that people have called normal
     * @param fault               anomalies that people have called faults
     */
    public record Line(String detector, Instant measuredAt, Double channelMonths, Double falseAlarmsPerMonth,
            Long found, Double precision, long raised, long muted, long open, long normal, long fault) {
    }

    /** What has raised the cut-off of a detector on a channel; an infinite factor mutes it. */
    public record Raised(int channelId, String detector, LocalDate from, double factor, String source, String reason,
            String by) {

        /** For people: {@code cut-off x 1.5}. */
        public String effect() {
            return Double.isInfinite(factor) ? "muted" : "cut-off x " + factor;
        }
    }

    private final Sql sql;
    private final Clock clock;

    public DetectorBoard(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** @param channelId null for all channels */
    public List<Line> lines(Integer channelId) {
        Map<String, Object> values = new HashMap<>();
        values.put("channel", channelId);
        values.put("detectors", AnomalyKind.texts().toArray(String[]::new));
        return sql.all(NamedSql.file("detector-list"), values, DetectorBoard::line);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getString("detector"), Sql.instant(row, "made_at"),
                row.getObject("channel_months", Double.class), row.getObject("false_alarms_per_month", Double.class),
                row.getObject("found", Long.class), row.getObject("precision_share", Double.class),
                row.getLong("raised"), row.getLong("muted"), row.getLong("open"), row.getLong("normal"),
                row.getLong("fault"));
    }

    /** @param channelId null for all channels */
    public List<Raised> raised(Integer channelId) {
        Map<String, Object> values = new HashMap<>();
        values.put("channel", channelId);
        return sql.all(NamedSql.file("anomaly-raised"), values, row -> new Raised(row.getInt("channel_id"),
                row.getString("detector"), row.getObject("from_day", LocalDate.class), row.getDouble("factor"),
                row.getString("source"), row.getString("reason"), row.getString("made_by")));
    }

    /**
     * Takes back what the budget of false alarms has raised. What a verdict has raised goes with the verdict.
     *
     * @return false where there is nothing to take back
     */
    public boolean reset(int channelId, String detector, String who) {
        return sql.one(NamedSql.file("detector-reset"), Map.of("channel", channelId, "detector", detector, "who", who,
                "now", clock.instant()), row -> row.getBoolean(1));
    }
}
