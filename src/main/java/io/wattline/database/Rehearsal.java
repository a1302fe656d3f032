package io.wattline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections on which everything is done as ever and nothing is kept: what happened on one is rolled back when it is
 * given back. A statement that goes through here has been through parsing, planning, triggers, constraints and indexes
 * of the real tables.
 */
public final class Rehearsal extends DelegatingDataSource {

    private final String before;

    /**
     * @param pool   whose connections, given back in the middle of a transaction, are rolled back: HikariCP's are
     * @param before a statement that comes first on each connection, and is not kept either
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
