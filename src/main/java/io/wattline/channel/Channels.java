package io.wattline.channel;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks up channels by id. */
public final class Channels {

    private final Sql sql;

    public Channels(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * The channel as it is now; empty where it does not exist. Throws {@link IllegalStateException} where the database
     * does not answer.
     */
    public Optional<Channel> find(int channelId) {
        return sql.all(SqlFile.text("channel"), row -> channel(channelId, row), channelId).stream().findFirst();
    }

    /**
     * Start of the last reading of the channel before {@code start}; empty where there is none. Estimates do not count.
     */
    public Optional<Instant> lastReadingBefore(int channelId, Instant start) {
        return Optional.ofNullable(
                sql.one(SqlFile.text("channel-last-reading"), row -> Sql.instant(row, "last"), channelId, start));
    }

    private static Channel channel(int channelId, ResultSet row) throws SQLException {
        return new Channel(
                channelId,
                row.getString("channel_name"),
                row.getString("organization_id"),
                row.getString("device_type"),
                row.getString("channel_type"),
                Duration.ofSeconds(row.getInt("interval_seconds")),
                Sql.instant(row, "installed_at"),
                Sql.instant(row, "uninstalled_at"));
    }
}
