package io.wattline.eniscope;

import io.wattline.source.BreakdownException;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of a response, decompressed, which ends with an exception where it is too long or takes too long. */
final class BoundedBody extends FilterInputStream {

    private final long bytesMax;
    private final Duration timeout;
    private final long deadlineNanos;
    private final SourceRequest request;
    private long count;

    BoundedBody(InputStream in, long bytesMax, Duration timeout, SourceRequest request) {
        super(in);
        this.bytesMax = bytesMax;
        this.timeout = timeout;
        this.request = request;
        deadlineNanos = System.nanoTime() + timeout.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** {@link RefusedException} beyond the size, {@link BreakdownException} beyond the time. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(0, read);
        if (count > bytesMax) {
            throw tooLarge(request, "is over " + bytesMax + " bytes");
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new BreakdownException(
                    request.subject() + ": the response took over " + timeout.toSeconds() + " s (api.answer-timeout)");
        }
        return read;
    }

    /** The refusal of a response that is larger than what is read. */
    static RefusedException tooLarge(SourceRequest request, String found) {
        return new RefusedException(
                RefusedException.Reason.TOO_LARGE,
                request.subject() + ": the response " + found + " (api.answer-max-bytes); the rest is not read."
                        + " Request a shorter window or raise the limit.");
    }
}
