package io.wattline.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which requests are allowed. There are no cookies, so a browser that another site misuses sends no token. */
public final class Admission {

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    /** A name can be made to point to another machine (DNS rebinding), an address cannot. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final int MISDIRECTED = 421;

    private final ApiDocument document;
    private final String token;
    private final boolean isLoopback;
    private final Set<String> names = new HashSet<>(Set.of("localhost"));

    public Admission(ApiDocument document, HttpSettings settings) {
        this.document = document;
        this.token = settings.token().value();
        this.isLoopback = settings.isLoopback();
        this.names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether a token is set; without one, no request may change anything. */
    public boolean canAct() {
        return !token.isEmpty();
    }

    /** Why the request is refused; empty where it is allowed. */
    public Optional<ProblemException> refusal(RequestHead request) {
        if (!isOwnName(request.host())) {
            return problem(MISDIRECTED, "Header Host is '" + request.host()
                    + "', which is not a name of this machine; allowed: IP addresses, "
                    + names + ", and the names in wattline.http.names");
        }
        List<String> methods = document.methods(request.path());
        if (!methods.isEmpty() && !methods.contains(request.method())) {
            return Optional.of(ProblemException.method(request.method(), request.path(), methods));
        }
        if (methods.isEmpty() && request.path().startsWith("/api")) {
            return problem(404, request.path() + " does not exist; see /api/openapi.json");
        }
        return methods.contains("POST") && request.method().equals("POST") ? actionRefusal(request)
                : readRefusal(request);
    }

    private Optional<ProblemException> actionRefusal(RequestHead request) {
        if (!canAct()) {
            return problem(403, "Actions over HTTP are off because wattline.http.token "
                    + "(WATTLINE_HTTP_TOKEN) is not set; use the command line");
        }
        if (!isSameSite(request)) {
            return problem(403, "The request comes from a page of another site (" + request.origin()
                    + "); allowed: from " + request.host());
        }
        if (!hasToken(request.authorization())) {
            return Optional.of(ProblemException.unauthorized());
        }
        String type = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        return type.equals("application/json") ? Optional.empty()
                : problem(415, "Header Content-Type is '" + request.contentType() + "'; allowed: application/json");
    }

    private Optional<ProblemException> readRefusal(RequestHead request) {
        boolean isData = request.path().startsWith("/api/");
        boolean isMonitoring = request.path().equals("/metrics") || request.path().equals("/health")
                || request.path().startsWith("/health/");
        boolean needsToken = canAct() && (isMonitoring || isData && !isLoopback);
        return needsToken && !hasToken(request.authorization()) ? Optional.of(ProblemException.unauthorized())
                : Optional.empty();
    }

    /** A browser sends at least one of the two headers with a POST; a program sends neither. */
    private static boolean isSameSite(RequestHead request) {
        boolean sameSite = request.fetchSite() == null || Set.of("same-origin", "none").contains(request.fetchSite());
        return sameSite && (request.origin() == null || request.host().equalsIgnoreCase(authority(request.origin())));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean isOwnName(String host) {
        String name = PORT.matcher(String.valueOf(host).toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(name) || ADDRESS.matcher(name).matches();
    }

    /** Takes the same time whatever the header holds. */
    private boolean hasToken(String authorization) {
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), given);
    }

    private static Optional<ProblemException> problem(int status, String detail) {
        return Optional.of(new ProblemException(status, detail));
    }

    @Override
    public String toString() {
        return "Admission[names=" + names + "]";
    }
}
