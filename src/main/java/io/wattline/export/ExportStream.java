package io.wattline.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The rows of a statement as a file. A database cursor is read as the client reads, so memory holds only some rows. The
 * stream has a connection of its own until it is closed.
 */
public final class ExportStream extends InputStream {

    private static final int ROWS_AT_ONCE = 500;
    /** Column that says where a page of a list ends. It is not part of the file. */
    private static final String CURSOR = "cursor";

    private final Connection connection;
    private final ResultSet rows;
    private final CellReader cells;
    private final RowFormat format;
    private final Runnable afterwards;
    private final List<ExportColumn> columns = new ArrayList<>();
    private final List<String> sqlTypes = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private OutputStream sink = written;
    private RowWriter writer;
    private byte[] chunk = new byte[0];
    private int at;
    private long count;
    private boolean ended;
    private volatile long readAt = System.nanoTime();
    private volatile boolean closed;

    private ExportStream(Connection connection, ResultSet rows, CellReader cells, RowFormat format,
            Runnable afterwards) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.cells = cells;
        this.format = format;
        this.afterwards = afterwards;
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String name = rows.getMetaData().getColumnLabel(i);
            if (!name.equals(CURSOR)) {
                positions.add(i);
                sqlTypes.add(rows.getMetaData().getColumnTypeName(i));
                columns.add(new ExportColumn(name, ColumnType.of(rows.getMetaData().getColumnTypeName(i))));
            }
        }
    }

    /** @param afterwards runs once, when the stream is closed or cannot be opened */
    public static ExportStream open(RowSource source, RowFormat format, Runnable afterwards) throws SQLException {
        Connection connection = null;
        try {
            connection = source.database().getConnection();
            // PostgreSQL has cursors only within a transaction
            connection.setAutoCommit(false);
            PreparedStatement prepared = connection.prepareStatement(source.statement().text());
            prepared.setFetchSize(ROWS_AT_ONCE);
            Object[] arguments = source.statement().arguments(source.values());
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            return new ExportStream(connection, prepared.executeQuery(), source.cells(), format, afterwards);
        } catch (SQLException | RuntimeException e) {
            if (connection != null) {
                connection.close();
            }
            afterwards.run();
            throw e;
        }
    }

    /** Compresses the file with gzip. Before the first byte is read. */
    public synchronized void compress() throws IOException {
        if (writer != null) {
            throw new IllegalStateException("The export has begun already");
        }
        sink = new GZIPOutputStream(written);
    }

    /** Rows that are written by now. */
    public synchronized long rows() {
        return count;
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
        int taken = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, taken);
        at += taken;
        return taken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private boolean fill() throws IOException {
        written.reset();
        try {
            while (written.size() == 0 && !ended) {
                write();
            }
        } catch (SQLException e) {
            throw new IOException("The database failed during an export: " + e.getMessage(), e);
        }
        chunk = written.toByteArray();
        at = 0;
        return chunk.length > 0;
    }

    private void write() throws IOException, SQLException {
        if (writer == null) {
            writer = format.open(columns, sink);
        }
        for (int row = 0; row < ROWS_AT_ONCE && !ended; row++) {
            if (rows.next()) {
                writer.row(values());
                count++;
            } else {
                writer.end();
                sink.close();
                ended = true;
            }
        }
    }

    private Object[] values() throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.read(rows, positions.get(i), sqlTypes.get(i));
        }
        return values;
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
