package io.wattline.eniscope;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Keeps what a parser reads until it is known whether it is wanted. Positions count from the first byte. */
final class BodyTape extends FilterInputStream {

    private byte[] bytes = new byte[16 * 1024];
    private long first;
    private int length;

    BodyTape(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int read = super.read(into, offset, most);
        if (read > 0) {
            if (length + read > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + read, 2 * bytes.length));
            }
            System.arraycopy(into, offset, bytes, length, read);
            length += read;
        }
        return read;
    }

    /** How many bytes are kept. */
    int length() {
        return length;
    }

    /** Bytes {@code from} (inclusive) to {@code to} (exclusive), which are kept. */
    void copy(long from, long to, ByteArrayOutputStream out) {
        out.write(bytes, (int) (from - first), (int) (to - from));
    }

    /** Everything before is not wanted, or copied. */
    void forget(long before) {
        int gone = (int) (before - first);
        length -= gone;
        System.arraycopy(bytes, gone, bytes, 0, length);
        first = before;
    }

    /** All that is kept. */
    void copyAll(ByteArrayOutputStream out) {
        out.write(bytes, 0, length);
    }
}
