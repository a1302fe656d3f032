package io.wattline.eniscope;

import io.wattline.source.BreakdownException;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceException;
import io.wattline.source.SourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a response within a size and a time, without records that were not requested, and separates breakdowns from
 * responses.
 */
public final class ResponseReader {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseReader.class);
    /** Records that were not requested are read past up to so many times the size limit. */
    private static final int SIEVED_TIMES = 16;
    /** More than a message cites. */
    private static final int LOG_IN_BYTES = 1024;

    private final int bytesMax;
    private final Duration timeout;

    /**
     * @param bytesMax a larger response is refused; records that were not requested do not count
     * @param timeout  the longest that a whole response may take, so that a slow source does not block a worker for
     *                 ever
     */
    public ResponseReader(int bytesMax, Duration timeout) {
        this.bytesMax = bytesMax;
        this.timeout = timeout;
    }

    /**
     * @return the call with its response, whatever its status is (see {@link ResponseVerdict})
     * @throws BreakdownException for what can heal: 5xx, HTML, an empty, truncated or slow response
     * @throws RefusedException   for a response over the size limit
     */
    public Call read(InputStream body, Map<String, Object> headers, Call call) {
        int status = (Integer) headers.get("CamelHttpResponseCode");
        call.responded(status, (String) headers.get(Session.TOKEN_HEADER), System.nanoTime());
        try {
            ResponseBody response =
                    new ResponseBody(status, (String) headers.get("Retry-After"), bytes(body, status, call.request()));
            call.read(response);
            requireUsable(response, call.request());
            return call;
        } catch (SourceException e) {
            throw call.failed(e);
        }
    }

    /** The response to a log-in. Of its body, the beginning is read. */
    public LogInResponse readLogIn(InputStream body, Map<String, Object> headers) throws IOException {
        int status = (Integer) headers.get("CamelHttpResponseCode");
        try (InputStream in = body == null ? InputStream.nullInputStream() : body) {
            return new LogInResponse(
                    (String) headers.get(Session.TOKEN_HEADER),
                    new ResponseBody(status, null, in.readNBytes(LOG_IN_BYTES)));
        }
    }

    private static void requireUsable(ResponseBody response, SourceRequest request) {
        if (response.status() >= 500 && !response.saysInvalidParameter()) {
            throw new BreakdownException(request.subject() + ": the source failed with status " + response.status()
                    + ", " + response.excerpt());
        }
        if (response.isFromFirewall()) {
            throw new BreakdownException(request.subject() + ": " + response.firewallRefusal());
        }
        if (response.status() == 200 && response.isHtml()) {
            throw new BreakdownException(
                    request.subject() + ": HTML where JSON is expected (maintenance?): " + response.excerpt());
        }
        if (response.status() == 200 && !response.looksWhole()) {
            throw new BreakdownException(request.subject() + ": the response is empty or truncated after "
                    + response.body().length + " bytes: " + response.excerpt());
        }
    }

    private byte[] bytes(InputStream body, int status, SourceRequest request) {
        if (body == null) {
            return new byte[0];
        }
        boolean isSieved = status == 200 && request.expected() != null;
        try (InputStream in =
                new BoundedBody(body, isSieved ? SIEVED_TIMES * (long) bytesMax : bytesMax, timeout, request)) {
            return isSieved ? sieved(in, request) : in.readAllBytes();
        } catch (IOException e) {
            throw new BreakdownException(request.subject() + ": the response broke off: " + e.getMessage());
        }
    }

    private byte[] sieved(InputStream in, SourceRequest request) throws IOException {
        RecordSieve sieve = new RecordSieve(in, request, bytesMax);
        byte[] body = sieve.read();
        if (sieve.leftOut() > 0) {
            LOG.warn("{}: the source sent {} records outside the requested window. {} of them become dead letters "
                    + "(rule timestamp-in-window), the others are dropped: a request for their own window brings them.",
                    request.subject(), sieve.leftOut() + RecordSieve.OUTSIDE_KEPT, RecordSieve.OUTSIDE_KEPT);
        }
        return body;
    }
}
