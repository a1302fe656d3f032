package io.wattline.eniscope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads an answer whole, within a size and a time, and tells breakdown from answer. */
public final class ResponseReader {

    private final int maxBytes;
    private final Duration timeout;

    /**
     * @param maxBytes a larger answer is refused
     * @param timeout  the longest that a whole answer may take: a source that trickles must not hold a worker for ever
     */
    public ResponseReader(int maxBytes, Duration timeout) {
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /**
     * @return the answer, also where it is a refusal (see {@link ResponseVerdict})
     * @throws BreakdownException for what can heal: 5xx, HTML, empty, cut-off, too slow
     * @throws RefusedException   for an answer over the size limit
     */
    public ResponseBody read(InputStream body, Integer status, String retryAfter, ApiRequest request) {
        ResponseBody answer = new ResponseBody(status, retryAfter, bytes(body, request));
        if (status >= 500 && !answer.saysInvalidParameter()) {
            throw new BreakdownException(request.subject() + ": the source answered status " + status + " with " + answer.excerpt());
        }
        if (status == 200) {
            requireJson(answer, request);
        }
        return answer;
    }

    /** A time to measure from. */
    public long nanos() {
        return System.nanoTime();
    }

    /** What came back to a question of {@code askedNanos}, before its body is read. */
    public Response response(Integer status, long askedNanos) {
        return new Response(status, Duration.ofNanos(System.nanoTime() - askedNanos).toMillis());
    }

    /** No answer came at all: always a {@link BreakdownException}, which names the question. */
    public void noAnswer(IOException thrown, ApiRequest request) {
        throw new BreakdownException(request.subject() + ": no answer from the source: " + thrown.getMessage());
    }

    private static void requireJson(ResponseBody answer, ApiRequest request) {
        if (answer.isHtml()) {
            throw new BreakdownException(request.subject() + ": HTML where JSON is expected (maintenance?): " + answer.excerpt());
        }
        if (!answer.looksWhole()) {
            throw new BreakdownException(request.subject() + ": the answer is empty or cut off after " + answer.body().length + " bytes: "
                    + answer.excerpt());
        }
    }

    private byte[] bytes(InputStream body, ApiRequest request) {
        if (body == null) {
            return new byte[0];
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        try (InputStream in = body) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            byte[] chunk = new byte[64 * 1024];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                requireWithin(out.size(), deadline, request);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new BreakdownException(request.subject() + ": the answer broke off: " + e.getMessage());
        }
    }

    private void requireWithin(int size, long deadline, ApiRequest request) {
        if (size > maxBytes) {
            throw new RefusedException(RefusedException.Reason.OTHER, request.subject() + ": the answer is over " + maxBytes
                    + " bytes (api.answer-max-bytes); not read further. Ask for a shorter window or raise the limit.");
        }
        if (System.nanoTime() > deadline) {
            throw new BreakdownException(request.subject() + ": the answer took over " + timeout.toSeconds() + " s (api.answer-timeout)");
        }
    }
}
