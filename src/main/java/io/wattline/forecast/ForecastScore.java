package io.wattline.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of view {@code v_forecast_scores}: the track record of a kind. Null where nobody knows. */
public record ForecastScore(String kind, long settled, long happened, Double brier, Double skillBase,
        Double skillPersistence, Double skillLine, Double skill, long intervals, Double withinShare, long warned,
        Double cameTrueShare, long warnings, long falseWarnings, Double falsePerSiteMonth, Double precision24h,
        Double precision72h, Double precision168h, long events, Double recall72h, boolean muted, String sentence) {

    static ForecastScore of(ResultSet row) throws SQLException {
        return new ForecastScore(row.getString("kind"), row.getLong("settled"), row.getLong("happened"),
                number(row, "brier"), number(row, "skill_base"), number(row, "skill_persistence"),
                number(row, "skill_line"), number(row, "skill"), row.getLong("intervals"),
                number(row, "within_share"),
                row.getLong("warned"), number(row, "came_true_share"), row.getLong("warnings"),
                row.getLong("false_warnings"), number(row, "false_per_site_month"),
                number(row, "precision_24h"), number(row, "precision_72h"), number(row, "precision_168h"),
                row.getLong("events"), number(row, "recall_72h"), row.getBoolean("muted"), row.getString("sentence"));
    }

    private static Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
