package io.wattline.http;

import io.wattline.database.NamedSql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * The rows of a statement as CSV (RFC 4180, UTF-8, with a header). A database cursor is read as the client reads, so
 * memory holds only some rows. The stream has a connection of its own until it is closed.
 */
final class CsvStream extends InputStream {

    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;
    private final ResultSet rows;
    private final List<String> types = new ArrayList<>();
    private final Runnable afterwards;
    private volatile long readAt = System.nanoTime();
    private byte[] chunk;
    private int at;
    private volatile boolean closed;

    private CsvStream(Connection connection, ResultSet rows, UnaryOperator<String> header, Runnable afterwards)
            throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.afterwards = afterwards;
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            types.add(rows.getMetaData().getColumnTypeName(i));
            names.add(rows.getMetaData().getColumnLabel(i));
        }
        names.remove(SqlRows.CURSOR);
        String line = String.join(",", names.stream().map(header).map(CsvCells::text).toList()) + CsvCells.LINE_END;
        chunk = line.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param header     the header of a column
     * @param afterwards runs once, when the stream is closed or cannot be opened
     */
    static CsvStream open(DataSource database, NamedSql statement, Map<String, Object> values,
            UnaryOperator<String> header,
                          Runnable afterwards) throws SQLException {
        Connection connection = null;
        try {
            connection = database.getConnection();
            // PostgreSQL has cursors only within a transaction
            connection.setAutoCommit(false);
            PreparedStatement prepared = connection.prepareStatement(statement.text());
            prepared.setFetchSize(ROWS_AT_ONCE);
            Object[] arguments = statement.arguments(values);
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            return new CsvStream(connection, prepared.executeQuery(), header, afterwards);
        } catch (SQLException | RuntimeException e) {
            if (connection != null) {
                connection.close();
            }
            afterwards.run();
            throw e;
        }
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The export was closed before its end");
        }
        readAt = System.nanoTime();
        if (at == chunk.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private boolean fill() throws IOException {
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        try {
            for (int row = 0; row < ROWS_AT_ONCE && rows.next(); row++) {
                next.writeBytes(line().getBytes(StandardCharsets.UTF_8));
            }
        } catch (SQLException e) {
            throw new IOException("The database failed during an export: " + e.getMessage(), e);
        }
        chunk = next.toByteArray();
        at = 0;
        return chunk.length > 0;
    }

    private String line() throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= types.size(); i++) {
            if (!rows.getMetaData().getColumnLabel(i).equals(SqlRows.CURSOR)) {
                cells.add(CsvCells.cell(SqlRows.value(rows, i, types.get(i - 1))));
            }
        }
        return String.join(",", cells) + CsvCells.LINE_END;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the client has read nothing for longer than this. */
    boolean isIdle(Duration longest) {
        return !closed && System.nanoTime() - readAt > longest.toNanos();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (Connection ended = connection) {
            ended.rollback();
            ended.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IOException("The connection of an export failed: " + e.getMessage(), e);
        } finally {
            afterwards.run();
        }
    }
}
