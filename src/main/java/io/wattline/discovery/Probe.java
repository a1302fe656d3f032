package io.wattline.discovery;

import io.wattline.source.SourceRequest;

/**
 * One endpoint to request once.
 *
 * @param template path with {@code {id}} for ids: links that differ only in ids are one endpoint
 * @param path     path of the request, below the base URL
 * @param query    percent-encoded; empty where there is none
 * @param origin   why it is requested: documented, candidate, link, device type, row, OPTIONS
 */
public record Probe(String method, String template, String path, String query, String origin) {

    static Probe get(String path, String query, String origin) {
        return new Probe("GET", template(path), path, query, origin);
    }

    /** The same path by {@code OPTIONS}. */
    Probe options() {
        return new Probe("OPTIONS", template, path, "", "OPTIONS");
    }

    /** What it is known by, such as {@code GET organizations/{id}/meters}. */
    public String endpoint() {
        return method + " " + template;
    }

    /** The request as a probe, which says nothing about the health of the source. */
    public SourceRequest request() {
        return new SourceRequest(method, path, query, "discovery of " + endpoint()).asProbe();
    }

    /** The resource that it belongs to: of {@code organizations/{id}/meters} it is {@code meters}. */
    String resource() {
        String[] segments = template.split("/");
        return segments.length > 2 ? segments[2] : segments[0];
    }

    /** Ids are numbers, or hexadecimal and long; the device types of {@code fields} differ and stay. */
    private static String template(String path) {
        String[] segments = path.split("/");
        for (int i = 1; i < segments.length; i++) {
            boolean isId = segments[i].matches("\\d+|[0-9a-fA-F-]{12,}");
            segments[i] = isId && !segments[0].equals("fields") ? "{id}" : segments[i];
        }
        return String.join("/", segments);
    }
}
