package io.wattline.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that cannot be served; it becomes a response in {@code application/problem+json} (RFC 9457). */
public final class ProblemException extends Exception {

    /** An argument of the client, and what is wrong with it. */
    public record InvalidArgument(String argument, String reason) {
    }

    private static final long serialVersionUID = 1;
    private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"), Map.entry(403, "Forbidden"), Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"), Map.entry(409, "Conflict"), Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"), Map.entry(415, "Unsupported Media Type"),
            Map.entry(421, "Misdirected Request"), Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(503, "Service Unavailable"));

    private final int status;
    private final transient List<InvalidArgument> errors;
    private final transient Map<String, String> headers;

    public ProblemException(int status, String detail) {
        this(status, detail, List.of());
    }

    ProblemException(int status, String detail, List<InvalidArgument> errors) {
        this(status, detail, errors, Map.of());
    }

    private ProblemException(int status, String detail, List<InvalidArgument> errors, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.errors = List.copyOf(errors);
    }

    /** 400 for one argument that fits its schema and is invalid all the same. */
    static ProblemException of(String argument, String reason) {
        return new ProblemException(400, "Argument " + argument
                + " is invalid", List.of(new InvalidArgument(argument, reason)));
    }

    public int status() {
        return status;
    }

    /** 405, with the methods that the path allows. */
    public static ProblemException method(String method, String path, List<String> allowed) {
        return new ProblemException(405, path + " does not allow " + method + "; allowed: " + allowed, List.of(),
                Map.of("Allow", String.join(", ", allowed)));
    }

    /** 503, with a time after which another try makes sense. */
    public static ProblemException busy(String detail) {
        return new ProblemException(503, detail, List.of(), Map.of("Retry-After", "10"));
    }

    /** 401: the token is missing or wrong. */
    static ProblemException unauthorized() {
        return new ProblemException(401,
                "Header Authorization with Bearer and the value of WATTLINE_HTTP_TOKEN is required", List.of(),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    /** The response. */
    public ApiResponse response() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", TITLES.getOrDefault(status, "Internal Server Error"));
        problem.put("status", status);
        problem.put("detail", getMessage());
        if (!errors.isEmpty()) {
            problem.put("errors", errors);
        }
        return new ApiResponse(status, "application/problem+json", headers, WebJson.write(problem));
    }
}
