package io.wattline.forecast;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of view {@code v_forecasts}, for people. */
public record ForecastRow(long id, String kind, String subject, String subjectName, String siteId, String siteName,
        Instant madeAt, Instant horizonEnd, double probability, Double valueLow, Double valueHigh, Instant dueLow,
        Instant dueHigh, boolean warned, boolean muted, String sentence, String advice, String ownAction) {

    static ForecastRow of(ResultSet row) throws SQLException {
        return new ForecastRow(row.getLong("forecast_id"), row.getString("kind"), row.getString("subject"),
                row.getString("subject_name"), row.getString("site_id"), row.getString("site_name"),
                Sql.instant(row, "made_at"), Sql.instant(row, "horizon_end"), row.getDouble("probability"),
                finite(row, "value_low"), finite(row, "value_high"), Sql.instant(row, "due_low"),
                Sql.instant(row, "due_high"), row.getBoolean("warned"), row.getBoolean("muted"),
                row.getString("sentence"), row.getString("advice"), row.getString("own_action"));
    }

    private static Double finite(ResultSet row, String column) throws SQLException {
        Double value = row.getObject(column, Double.class);
        return value == null || value.isInfinite() ? null : value;
    }
}
