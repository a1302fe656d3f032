package io.wattline.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request to the source. Only {@code GET} and {@code OPTIONS} are allowed, so that Wattline never changes anything
 * there.
 *
 * @param method  {@code GET} or {@code OPTIONS}
 * @param path    below the base URL, such as {@code readings/61001}
 * @param query   percent-encoded; empty where there is none
 * @param subject what the request is about, for messages, such as {@code channel 61001 [2026-01-01T00:00:00Z, ...)}
 * @param isProbe whether discovery only explores, so that a failure says nothing about the health of the source
 * @param background whether it takes backfill's share of the pace ({@code backfill.share})
 * @param expected what {@code records} of the response may hold; null where the response has no records
 */
public record SourceRequest(
        String method, String path, String query, String subject, boolean isProbe, boolean background,
        ExpectedRecords expected) {

    public SourceRequest(String method, String path, String query, String subject) {
        this(method, path, query, subject, false, false, null);
    }

    public SourceRequest {
        if (!List.of("GET", "OPTIONS").contains(method)) {
            throw new IllegalArgumentException(
                    "Wattline only reads the source: method " + method + " found; allowed: GET or OPTIONS");
        }
    }

    public static SourceRequest get(String path, String query, String subject) {
        return new SourceRequest("GET", path, query, subject);
    }

    public static SourceRequest options(String path, String subject) {
        return new SourceRequest("OPTIONS", path, "", subject);
    }

    /** The same request as a probe. */
    public SourceRequest asProbe() {
        return new SourceRequest(method, path, query, subject, true, background, expected);
    }

    /** The same request, in the share of backfill. */
    public SourceRequest inBackground() {
        return new SourceRequest(method, path, query, subject, isProbe, true, expected);
    }

    /** The same request, whose response has records. */
    public SourceRequest expecting(ExpectedRecords records) {
        return new SourceRequest(method, path, query, subject, isProbe, background, records);
    }

    /** {@code name=value}, both percent-encoded: {@code fields[]} becomes {@code fields%5B%5D}. */
    public static String parameter(String name, Object value) {
        return encode(name) + "=" + encode(String.valueOf(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
