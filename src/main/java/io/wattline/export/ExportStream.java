package io.wattline.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/**
 * The rows of a statement as a file. A database cursor is read as the client reads, so memory holds only some rows. The
 * stream has a connection of its own until it is closed.
 */
public final class ExportStream extends InputStream {

    private final ExportCursor cursor;
    private final RowFormat format;
    private final Runnable afterwards;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean compressed;
    private OutputStream target = written;
    private RowSink sink;
    private byte[] chunk = new byte[0];
    private int at;
    private long rows;
    private boolean ended;
    private volatile long readAt = System.nanoTime();
    private volatile boolean closed;

    private ExportStream(ExportCursor cursor, RowFormat format, Runnable afterwards) {
        this.cursor = cursor;
        this.format = format;
        this.afterwards = afterwards;
    }

    /** @param afterwards runs once, when the stream is closed or cannot be opened */
    public static ExportStream open(RowSource source, RowFormat format, Runnable afterwards) throws SQLException {
        try {
            return new ExportStream(ExportCursor.open(source), format, afterwards);
        } catch (SQLException | RuntimeException e) {
            afterwards.run();
            throw e;
        }
    }

    /** Compresses the file with gzip. Before the first byte is read. */
    public synchronized void compress() {
        if (sink != null) {
            throw new IllegalStateException("The export has begun already");
        }
        compressed = true;
    }

    /** Rows that are written by now. */
    public synchronized long rows() {
        return rows;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The export was closed before its end");
        }
        readAt = System.nanoTime();
        if (at == chunk.length && !fill()) {
            return -1;
        }
        int taken = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, offset, taken);
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
        if (sink == null) {
            target = compressed ? new GZIPOutputStream(written) : written;
            sink = format.open(cursor.columns(), target);
        }
        for (int row = 0; row < ExportCursor.ROWS_AT_ONCE && !ended; row++) {
            Object[] values = cursor.next();
            if (values != null) {
                sink.row(values);
                rows++;
            } else {
                sink.end();
                target.close();
                ended = true;
            }
        }
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
        try {
            cursor.close();
        } catch (SQLException e) {
            throw new IOException("The connection of an export failed: " + e.getMessage(), e);
        } finally {
            afterwards.run();
        }
    }
}
