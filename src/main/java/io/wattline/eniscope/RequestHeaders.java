package io.wattline.eniscope;

import io.wattline.source.SourceRequest;
import java.util.Map;

/**
 * Turns a request into the headers by which camel-http sends it. The source's firewall refuses a {@code User-Agent}
 * that is the default of a library with status 403.
 */
public final class RequestHeaders {

    /** Only {@code GET} and {@code OPTIONS} are sent, which have no body. */
    private static final String NO_BODY = "";

    private final String basePath;
    private final String userAgent;
    private final Session session;

    /** @param basePath path of the base URL, such as {@code /v1}; may be empty */
    public RequestHeaders(String basePath, String userAgent, Session session) {
        this.basePath = basePath;
        this.userAgent = userAgent;
        this.session = session;
    }

    /** Puts the headers of a request of a session; gives its body. */
    public String put(Map<String, Object> headers, Call call) {
        putCommon(headers, call.request());
        headers.put(Session.TOKEN_HEADER, call.token());
        return NO_BODY;
    }

    /** Puts the headers of the request that logs in; gives its body. Any request logs in, so this is a small one. */
    public String putLogIn(Map<String, Object> headers) {
        putCommon(headers, SourceRequest.get("organizations", SourceRequest.parameter("limit", 1), "log-in"));
        headers.put("Authorization", session.basic());
        return NO_BODY;
    }

    private void putCommon(Map<String, Object> headers, SourceRequest request) {
        headers.put("CamelHttpMethod", request.method());
        headers.put("CamelHttpPath", basePath + "/" + request.path());
        if (!request.query().isEmpty()) {
            headers.put("CamelHttpQuery", request.query());
        }
        headers.put("X-Eniscope-API", session.apiKey());
        headers.put("Accept", "text/json");
        headers.put("User-Agent", userAgent);
    }
}
