package io.wattline.eniscope;

import io.wattline.source.SourceException;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import java.time.Duration;

/**
 * A request on its way to the source and back: the token that it carries, and the response or the refusal. One call
 * belongs to one request and one thread; each attempt begins with {@link #begin} and forgets the one before.
 */
public final class Call {

    private final SourceRequest request;
    private String token;
    private long beganNanos;
    private int status;
    private long millis;
    private String newToken;
    private ResponseBody response;
    private SourceException refusal;

    Call(SourceRequest request) {
        this.request = request;
    }

    public SourceRequest request() {
        return request;
    }

    /** An attempt begins with this token. */
    void begin(String sessionToken, long nanos) {
        token = sessionToken;
        beganNanos = nanos;
        status = 0;
        newToken = null;
        response = null;
        refusal = null;
    }

    /** The headers of a response have arrived; its body is still to be read. */
    void responded(int foundStatus, String foundToken, long nanos) {
        status = foundStatus;
        newToken = foundToken;
        millis = Duration.ofNanos(nanos - beganNanos).toMillis();
    }

    void read(ResponseBody body) {
        response = body;
    }

    /** The request was refused before a usable response came. */
    void refuse(SourceException thrown) {
        refusal = thrown;
    }

    /** The exception, with the response that has come so far. */
    SourceException failed(SourceException thrown) {
        return status == 0
                ? thrown
                : thrown.after(new SourceResponse(status, millis, response == null ? new byte[0] : response.body()));
    }

    /** The token that the request carries. */
    String token() {
        return token;
    }

    /** A newer token in the response; null where it has none. */
    String newToken() {
        return newToken;
    }

    /** Null until the whole response has been read. */
    ResponseBody response() {
        return response;
    }

    long millis() {
        return millis;
    }

    /** Null where nothing was refused. */
    SourceException refusal() {
        return refusal;
    }

    @Override
    public String toString() {
        return request.toString();
    }
}
