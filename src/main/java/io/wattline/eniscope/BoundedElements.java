package io.wattline.eniscope;

import io.wattline.source.SourceRequest;
import java.io.FilterInputStream;
import java.io.IOException;

/** A body for a parser. A value or record without an end is refused before it fills the memory. */
final class BoundedElements extends FilterInputStream {

    /** A record of all 231 fields of the catalogue has 10 KB. */
    private static final int BYTES_MAX = 256 * 1024;

    private final BodyTape tape;
    private final SourceRequest request;

    /** @param tape forgets what has been read of whole values and records */
    BoundedElements(BodyTape tape, SourceRequest request) {
        super(tape);
        this.tape = tape;
        this.request = request;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (tape.length() > BYTES_MAX) {
            throw BoundedBody.tooLarge(request, "has a value or record of over " + BYTES_MAX + " bytes");
        }
        return super.read(bytes, offset, length);
    }

    /** The rest of the body is read after the parser. */
    @Override
    public void close() {
    }
}
