package io.wattline.eniscope;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One question to the source. Only {@code GET} and {@code OPTIONS}: nothing is ever changed there.
 *
 * @param method  {@code GET} or {@code OPTIONS}
 * @param path    below the base URL, such as {@code readings/61001}
 * @param query   percent-encoded; empty where there is none
 * @param subject for messages: what the question is about, such as {@code channel 61001 [2026-01-01T00:00:00Z, ...)}
 * @param isProbe whether it is only explored, so that its failure says nothing about the health of the source
 */
public record ApiRequest(String method, String path, String query, String subject, boolean isProbe) {

    public ApiRequest(String method, String path, String query, String subject) {
        this(method, path, query, subject, false);
    }

    public ApiRequest {
        if (!List.of("GET", "OPTIONS").contains(method)) {
            throw new IllegalArgumentException("The source is only read: method GET or OPTIONS allowed, found " + method);
        }
    }

    public static ApiRequest get(String path, String query, String subject) {
        return new ApiRequest("GET", path, query, subject);
    }

    public static ApiRequest options(String path, String subject) {
        return new ApiRequest("OPTIONS", path, "", subject);
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
