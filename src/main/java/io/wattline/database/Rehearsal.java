package io.wattline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that roll back everything when they are returned. A statement that succeeds here has passed parsing,
 * planning, triggers, constraints and indexes of the real tables.
 */
public final class Rehearsal extends DelegatingDataSource {

    private final String before;

    /**
     * @param pool   rolls back a connection that is returned in the middle of a transaction, as HikariCP does
     * @param before a statement that runs first on each connection and is rolled back too
     */
    public Rehearsal(DataSource pool, String before) {
        super(pool);
        this.before = before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(before);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
