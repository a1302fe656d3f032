package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Truth;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Table {@code readings} against what the source holds in the end: slot by slot and value by value. */
public final class KeptReadings {

    private KeptReadings() {
    }

    /** Nothing missing, nothing too much, every value the nearest double or next to it. */
    public static void mustBeTrue(DataSource database, Truth truth, int channelId, Interval interval) {
        Map<Instant, double[]> expected = truth.readings(channelId, interval);
        expected.putAll(truth.partial(channelId, interval));
        Map<Instant, double[]> kept = of(database, channelId, interval);
        assertThat(without(expected.keySet(), kept.keySet()))
                .as("slots of channel %d in %s that are missing", channelId, interval)
                .isEmpty();
        assertThat(without(kept.keySet(), expected.keySet())).as("slots of channel %d in %s that the source does not "
                + "hold", channelId, interval).isEmpty();
        expected.forEach((slot, values) -> compare(channelId, slot, kept.get(slot), values));
    }

    private static Set<Instant> without(Set<Instant> slots, Set<Instant> others) {
        Set<Instant> rest = new TreeSet<>(slots);
        rest.removeAll(others);
        return rest;
    }

    private static void compare(int channelId, Instant slot, double[] kept, double[] expected) {
        for (Column column : Column.values()) {
            double found = kept[column.ordinal()];
            double wanted = expected[column.ordinal()];
            boolean same = Double.isNaN(wanted)
                    ? Double.isNaN(found)
                    : Math.abs(found - wanted) <= Math.max(1e-12 * Math.abs(wanted), 1e-9);
            if (!same) {
                assertThat(found).as("channel %d, %s, %s", channelId, slot, column.sqlName()).isEqualTo(wanted);
            }
        }
    }

    /** Values by start, NaN where the column is null. */
    public static Map<Instant, double[]> of(DataSource database, int channelId, Interval interval) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select * from readings where channel_id = ? and \"timestamp\" >= ? and \"timestamp\" < ?")) {
            statement.setInt(1, channelId);
            statement.setTimestamp(2, Timestamp.from(interval.start()));
            statement.setTimestamp(3, Timestamp.from(interval.end()));
            Map<Instant, double[]> readings = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    readings.put(row.getTimestamp("timestamp").toInstant(), values(row));
                }
            }
            return readings;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Readings of channel " + channelId + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static double[] values(ResultSet row) throws SQLException {
        double[] values = new double[Column.values().length];
        for (Column column : Column.values()) {
            double value = row.getDouble(column.sqlName());
            values[column.ordinal()] = row.wasNull() ? Double.NaN : value;
        }
        return values;
    }
}
