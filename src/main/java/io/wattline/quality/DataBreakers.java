package io.wattline.quality;

import io.wattline.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Table {@code data_breakers}: the state of each channel survives a restart and holds for every process. */
final class DataBreakers {

    private static final String KEEP =
            """
            insert into data_breakers (channel_id, state, judged_until, readings, rejected, good_batches, trips, opened_at, reason, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (channel_id) do update set state = excluded.state, judged_until = excluded.judged_until, readings = excluded.readings, rejected = excluded.rejected,
              good_batches = excluded.good_batches, trips = excluded.trips, opened_at = excluded.opened_at, reason = excluded.reason, updated_at = excluded.updated_at
            """;

    private final DataSource database;

    DataBreakers(DataSource database) {
        this.database = database;
    }

    DataBreakerState find(int channelId) throws SQLException {
        return new Sql(database)
                        .query(
                                "select * from data_breakers where channel_id = ?",
                                row -> new DataBreakerState(
                                        row.getString("state").equals("open"),
                                        Sql.instant(row, "judged_until"),
                                        row.getInt("readings"),
                                        row.getInt("rejected"),
                                        row.getInt("good_batches"),
                                        row.getInt("trips"),
                                        Sql.instant(row, "opened_at"),
                                        row.getString("reason")),
                                channelId)
                        .stream()
                        .findFirst()
                        .orElse(DataBreakerState.NEW);
    }

    void keep(int channelId, DataBreakerState state, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setInt(1, channelId);
            statement.setString(2, state.open() ? "open" : "closed");
            statement.setObject(3, time(state.judgedUntil()));
            statement.setInt(4, state.readings());
            statement.setInt(5, state.rejected());
            statement.setInt(6, state.goodBatches());
            statement.setInt(7, state.trips());
            statement.setObject(8, time(state.openedAt()));
            statement.setString(9, state.reason());
            statement.setObject(10, time(now));
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
