package io.wattline.quality;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Table {@code data_breakers}: the state of each channel survives a restart and holds for every process. */
final class DataBreakers {

    private final Sql sql;

    DataBreakers(DataSource database) {
        this.sql = new Sql(database);
    }

    DataBreakerState find(int channelId) throws SQLException {
        return sql.query(SqlFile.text("data-breaker"), DataBreakers::state, channelId).stream()
                .findFirst()
                .orElse(DataBreakerState.NEW);
    }

    private static DataBreakerState state(ResultSet row) throws SQLException {
        return new DataBreakerState(row.getString("state").equals("open"), Sql.instant(row, "judged_until"),
                row.getInt("readings"), row.getInt("rejected"), row.getInt("good_batches"), row.getInt("trips"),
                Sql.instant(row, "opened_at"), row.getString("reason"));
    }

    void keep(int channelId, DataBreakerState state, Instant now) {
        sql.update(SqlFile.text("data-breaker-keep"), channelId, state.open() ? "open" : "closed",
                text(state.judgedUntil()), state.readings(), state.rejected(), state.goodBatches(), state.trips(),
                text(state.openedAt()), state.reason(), now.toString());
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
