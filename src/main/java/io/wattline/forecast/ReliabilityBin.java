package io.wattline.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of view {@code v_forecast_reliability}.
 *
 * @param bin       1 to 10, a tenth of probability each
 * @param said      mean probability
 * @param happened  share of the forecasts that came true, with the 95 % interval {@code low} to {@code high}
 */
public record ReliabilityBin(String kind, int bin, long forecasts, double said, double happened, double low,
        double high) {

    static ReliabilityBin of(ResultSet row) throws SQLException {
        return new ReliabilityBin(row.getString("kind"), row.getInt("bin"), row.getLong("forecasts"),
                row.getDouble("mean_probability"), row.getDouble("happened_share"), row.getDouble("share_low"),
                row.getDouble("share_high"));
    }
}
