package io.wattline.http;

import java.util.Map;

/** Headers of every answer: a browser loads nothing from elsewhere, shows us in nobody's frame, guesses no types, and keeps no data. */
public final class SafetyHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SafetyHeaders() {
    }

    /** Data are asked for anew each time; what the dashboard is made of is kept, and asked for whether it is still so. */
    public static boolean forbidStoring(String path) {
        return path.startsWith("/api") || path.startsWith("/health") || path.equals("/metrics");
    }
}
