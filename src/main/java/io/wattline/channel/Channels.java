package io.wattline.channel;

import io.wattline.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Table {@code channels}, looked up by id. */
public final class Channels {

    private final DataSource database;

    public Channels(DataSource database) {
        this.database = database;
    }

    /** The channel as it is now; empty where nobody knows it. */
    public Optional<Channel> find(int channelId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select channel_name, organization_id, device_type, channel_type, interval_seconds,"
                        + " installed_at, uninstalled_at from channels where channel_id = ?")) {
            statement.setInt(1, channelId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(channel(channelId, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Channel " + channelId + " cannot be looked up: " + e.getMessage(), e);
        }
    }

    /** Start of the last reading that the source gave of the channel from before {@code start}; empty where there is none. A gap that was estimated is a gap. */
    public Optional<Instant> lastReadingBefore(int channelId, Instant start) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select max(\"timestamp\") as last from readings where channel_id = ? and \"timestamp\" < ? and data_quality <> 'estimated'")) {
            statement.setInt(1, channelId);
            statement.setObject(2, start.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(Sql.instant(row, "last")) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Channel " + channelId + ": what is kept from before " + start + " cannot be looked up: " + e.getMessage(), e);
        }
    }

    private static Channel channel(int channelId, ResultSet row) throws SQLException {
        return new Channel(channelId, row.getString("channel_name"), row.getString("organization_id"), row.getString("device_type"),
                row.getString("channel_type"), Duration.ofSeconds(row.getInt("interval_seconds")), Sql.instant(row, "installed_at"), Sql.instant(row, "uninstalled_at"));
    }
}
