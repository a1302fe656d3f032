package io.wattline.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a statement, read from a database cursor with a connection of its own. */
final class ExportCursor implements AutoCloseable {

    static final int ROWS_AT_ONCE = 500;
    /** Column that says where a page of a list ends. It is not part of a file. */
    private static final String CURSOR = "cursor";

    private final Connection connection;
    private final ResultSet rows;
    private final CellReader cells;
    private final List<ExportColumn> columns = new ArrayList<>();
    private final List<String> sqlTypes = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();

    private ExportCursor(Connection connection, ResultSet rows, CellReader cells) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.cells = cells;
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String name = rows.getMetaData().getColumnLabel(i);
            if (!name.equals(CURSOR)) {
                positions.add(i);
                sqlTypes.add(rows.getMetaData().getColumnTypeName(i));
                columns.add(new ExportColumn(name, ColumnType.of(rows.getMetaData().getColumnTypeName(i))));
            }
        }
    }

    static ExportCursor open(RowSource source) throws SQLException {
        Connection connection = source.database().getConnection();
        try {
            // PostgreSQL has cursors only within a transaction
            connection.setAutoCommit(false);
            PreparedStatement prepared = connection.prepareStatement(source.statement().text());
            prepared.setFetchSize(ROWS_AT_ONCE);
            Object[] arguments = source.statement().arguments(source.values());
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            return new ExportCursor(connection, prepared.executeQuery(), source.cells());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    List<ExportColumn> columns() {
        return columns;
    }

    /** The values of the next row; null after the last one. */
    Object[] next() throws SQLException {
        if (!rows.next()) {
            return null;
        }
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.read(rows, positions.get(i), sqlTypes.get(i));
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        try (Connection ended = connection) {
            ended.rollback();
            ended.setAutoCommit(true);
        }
    }
}
