package io.wattline.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/** Decides which requests are allowed. There are no cookies, so a browser that another site misuses sends no token. */
public final class Admission {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MISDIRECTED = 421;

    private final ApiDocument document;
    private final String token;
    private final boolean isLoopback;
    private final OwnNames names;

    public Admission(ApiDocument document, HttpSettings settings) {
        this(document, settings, settings::port);
    }

    /** @param port on which the server listens, which differs from the setting where that is 0 */
    Admission(ApiDocument document, HttpSettings settings, IntSupplier port) {
        this.document = document;
        this.token = settings.token().value();
        this.isLoopback = settings.isLoopback();
        this.names = new OwnNames(settings, port);
    }

    /** Whether a token is set; without one, no request may change anything. */
    public boolean canAct() {
        return !token.isEmpty();
    }

    /** Why the request is refused; empty where it is allowed. */
    public Optional<ProblemException> refusal(RequestHead request) {
        if (!names.contains(request.host())) {
            return problem(MISDIRECTED, "The request is for host '" + request.host()
                    + "', which is not a name of this machine; allowed: " + names.allowed());
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
            return otherSite(request);
        }
        if (!hasToken(request.authorization())) {
            return Optional.of(ProblemException.unauthorized());
        }
        String type = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        return type.equals("application/json") ? Optional.empty()
                : problem(415, "Header Content-Type is '" + request.contentType() + "'; allowed: application/json");
    }

    /**
     * What is not public needs the token, where one is set: a path that nobody thought of, or an odd spelling of one,
     * is not public.
     */
    private Optional<ProblemException> readRefusal(RequestHead request) {
        if (!READING.contains(request.method()) && !isSameSite(request)) {
            return otherSite(request);
        }
        boolean isPublic = request.path().equals("/") || request.path().startsWith("/dashboard/")
                || isLoopback && request.path().startsWith("/api/");
        return canAct() && !isPublic && !hasToken(request.authorization())
                ? Optional.of(ProblemException.unauthorized()) : Optional.empty();
    }

    private static Optional<ProblemException> otherSite(RequestHead request) {
        return problem(403, "The request comes from a page of another site (" + request.origin() + "); allowed: from "
                + request.host());
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
