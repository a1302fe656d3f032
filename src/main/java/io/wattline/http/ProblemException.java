package io.wattline.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why something is not answered: it becomes {@code application/problem+json} (RFC 9457). */
public final class ProblemException extends Exception {

    /** Something that a caller has said, and why it is not taken. */
    public record Wrong(String argument, String reason) {
    }

    private static final Map<Integer, String> TITLES = Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found", 405, "Method Not Allowed",
            409, "Conflict", 413, "Content Too Large", 415, "Unsupported Media Type", 421, "Misdirected Request", 503, "Service Unavailable");

    private final int status;
    private final List<Wrong> errors;
    private final Map<String, String> headers;

    public ProblemException(int status, String detail) {
        this(status, detail, List.of());
    }

    ProblemException(int status, String detail, List<Wrong> errors) {
        this(status, detail, errors, Map.of());
    }

    private ProblemException(int status, String detail, List<Wrong> errors, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.errors = List.copyOf(errors);
    }

    /** An argument that fits its schema and cannot be meant all the same. */
    static ProblemException of(String argument, String reason) {
        return new ProblemException(400, "One argument cannot be taken: " + argument, List.of(new Wrong(argument, reason)));
    }

    public int status() {
        return status;
    }

    /** Not for this method. */
    public static ProblemException method(String method, String path, List<String> allowed) {
        return new ProblemException(405, method + " is not for " + path + "; allowed: " + allowed, List.of(), Map.of("Allow", String.join(", ", allowed)));
    }

    /** Not now, but soon. */
    public static ProblemException busy(String detail) {
        return new ProblemException(503, detail, List.of(), Map.of("Retry-After", "10"));
    }

    /** Not without the token. */
    static ProblemException unauthorized() {
        return new ProblemException(401, "Needed: header Authorization with Bearer and the value of WATTLINE_HTTP_TOKEN", List.of(), Map.of("WWW-Authenticate", "Bearer"));
    }

    /** As it is answered. */
    public HttpReply answer() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", TITLES.getOrDefault(status, "Internal Server Error"));
        problem.put("status", status);
        problem.put("detail", getMessage());
        if (!errors.isEmpty()) {
            problem.put("errors", errors);
        }
        return new HttpReply(status, "application/problem+json", headers, WebJson.write(problem));
    }
}
