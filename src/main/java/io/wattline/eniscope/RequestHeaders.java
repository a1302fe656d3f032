package io.wattline.eniscope;

import java.util.Map;

/**
 * Turns a question into the headers that camel-http goes by. A {@code User-Agent} that is a bare library default is answered by the vendor's
 * firewall with 403.
 */
public final class RequestHeaders {

    private final String basePath;
    private final String userAgent;
    private final Session session;

    /** @param basePath path of the base URL, such as {@code /v1}; may be empty */
    public RequestHeaders(String basePath, String userAgent, Session session) {
        this.basePath = basePath;
        this.userAgent = userAgent;
        this.session = session;
    }

    /** A question of a session. */
    public void put(Map<String, Object> headers, ApiRequest request, String token) {
        putCommon(headers, request);
        headers.put("X-Eniscope-Token", token);
    }

    /** The question that logs in: any would do, so a small one. */
    public void putLogIn(Map<String, Object> headers) {
        putCommon(headers, ApiRequest.get("organizations", ApiRequest.parameter("limit", 1), "log-in"));
        headers.put("Authorization", session.basic());
    }

    private void putCommon(Map<String, Object> headers, ApiRequest request) {
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
