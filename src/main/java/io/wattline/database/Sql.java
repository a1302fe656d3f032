package io.wattline.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Statements with their arguments, each a transaction of its own. An {@link Instant} may be an argument.
 *
 * @param secondsMax how long the server may work at one; 0 for as long as it takes
 */
public record Sql(DataSource database, int secondsMax) {

    public Sql(DataSource database) {
        this(database, 0);
    }

    /** Reads one row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Every row of a statement. */
    public <T> List<T> query(String statement, Row<T> row, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, arguments)) {
            List<T> rows = new ArrayList<>();
            try (ResultSet results = prepared.executeQuery()) {
                while (results.next()) {
                    rows.add(row.read(results));
                }
            }
            return rows;
        }
    }

    /** The same for whom a database that does not answer is an {@link IllegalStateException}. */
    public <T> List<T> all(String statement, Row<T> row, Object... arguments) {
        try {
            return query(statement, row, arguments);
        } catch (SQLException e) {
            throw notAnswering(e);
        }
    }

    private static IllegalStateException notAnswering(SQLException e) {
        return new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }

    private PreparedStatement prepare(Connection connection, String statement, Object... arguments)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        prepared.setQueryTimeout(secondsMax);
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(
                    i + 1, arguments[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : arguments[i]);
        }
        return prepared;
    }

    /** Runs a statement that gives no rows; how many it has written. Errors as with {@link #all}. */
    public int update(String statement, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, arguments)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw notAnswering(e);
        }
    }

    /** The one row of a statement that always gives one. */
    public <T> T one(String statement, Row<T> row, Object... arguments) {
        return all(statement, row, arguments).get(0);
    }

    /** Every row of a statement of {@code db/sql}. Errors as with {@link #all}. */
    public <T> List<T> all(NamedSql statement, Map<String, Object> values, Row<T> row) {
        return all(statement.text(), row, statement.arguments(values));
    }

    /** The one row of a statement of {@code db/sql} that always gives one. */
    public <T> T one(NamedSql statement, Map<String, Object> values, Row<T> row) {
        return all(statement, values, row).get(0);
    }

    /** Runs a statement of {@code db/sql} that gives no rows; how many it has written. */
    public int update(NamedSql statement, Map<String, Object> values) {
        return update(statement.text(), statement.arguments(values));
    }

    /** A column {@code timestamptz}; null where it is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
