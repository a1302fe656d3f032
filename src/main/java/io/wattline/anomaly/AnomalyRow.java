package io.wattline.anomaly;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of table {@code anomalies}, for people. Energies are null where nobody knows them. */
public record AnomalyRow(long id, int channelId, String channelName, String detector, Instant start, Instant end,
        double score, Double expectedKwh, Double observedKwh, Double differenceKwh, String cause, String sentence,
        String state, String verdict, String verdictBy, Instant verdictAt, String verdictReason, Instant foundAt) {

    static AnomalyRow of(ResultSet row) throws SQLException {
        return new AnomalyRow(row.getLong("anomaly_id"), row.getInt("channel_id"), row.getString("channel_name"),
                row.getString("detector"), Sql.instant(row, "starts_at"), Sql.instant(row, "ends_at"),
                row.getDouble("score"), row.getObject("expected_kwh", Double.class),
                row.getObject("observed_kwh", Double.class), row.getObject("difference_kwh", Double.class),
                row.getString("cause"), row.getString("sentence"), row.getString("state"), row.getString("verdict"),
                row.getString("verdict_by"), Sql.instant(row, "verdict_at"), row.getString("verdict_reason"),
                Sql.instant(row, "found_at"));
    }
}
