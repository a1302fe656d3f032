package io.wattline.http;

import java.util.Map;

/**
 * Headers of every response. A browser loads nothing from elsewhere, shows the page in no frame, guesses no types and
 * stores no data.
 */
public final class SecurityHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'";

    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SecurityHeaders() {
    }

    /**
     * Whether the browser must not store the response. Data is never stored; files of the dashboard are stored and
     * revalidated.
     */
    public static boolean forbidStoring(String path) {
        return path.startsWith("/api") || path.startsWith("/health") || path.equals("/metrics");
    }
}
