package io.wattline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.postgresql.PGConnection;

/**
 * A connection pool that says why there is no connection, such as a wrong password. Once errors have shown that a
 * pooler in transaction mode (PgBouncer) is in between, it prepares no statements on the server.
 */
final class ConnectionPool extends HikariDataSource {

    private final SpoiltSessions sessions;

    ConnectionPool(HikariConfig config, SpoiltSessions sessions) {
        super(config);
        this.sessions = sessions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = super.getConnection();
            if (sessions.arePooled()) {
                connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            }
            return connection;
        } catch (SQLTransientConnectionException e) {
            throw e.getCause() instanceof SQLException reason
                    ? new SQLTransientConnectionException(
                            getPoolName() + ": no connection to the database: " + reason.getMessage(),
                            reason.getSQLState(), e)
                    : e;
        }
    }
}
