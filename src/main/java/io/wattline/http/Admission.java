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

/** Who is let in over HTTP. There are no cookies: a browser that is made to send something sends it without the token. */
public final class Admission {

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    /** A name can be made to mean another machine (DNS rebinding), an address cannot. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final ApiDocument document;
    private final String token;
    private final boolean isOpen;
    private final Set<String> names = new HashSet<>(Set.of("localhost"));

    /**
     * @param token      wattline.http.token; empty where none is set
     * @param isLoopback whether only this machine can ask
     * @param names      by which others call this machine (wattline.http.host, wattline.http.names)
     */
    public Admission(ApiDocument document, String token, boolean isLoopback, List<String> names) {
        this.document = document;
        this.token = token;
        this.isOpen = !isLoopback;
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether anybody may change anything. */
    public boolean canAct() {
        return !token.isEmpty();
    }

    /** Why somebody is turned away; empty where not. */
    public Optional<ProblemException> refuse(RequestHead knock) {
        if (!isOurs(knock.host())) {
            return problem(421, "Header Host is '" + knock.host() + "', which is no name of this machine; allowed: addresses, " + names + ", and what wattline.http.names has");
        }
        List<String> methods = document.methods(knock.path());
        if (!methods.isEmpty() && !methods.contains(knock.method())) {
            return Optional.of(ProblemException.method(knock.method(), knock.path(), methods));
        }
        if (methods.isEmpty() && knock.path().startsWith("/api")) {
            return problem(404, "There is nothing at " + knock.path() + "; see /api/openapi.json");
        }
        return methods.contains("POST") && knock.method().equals("POST") ? refuseAction(knock) : refuseLook(knock);
    }

    private Optional<ProblemException> refuseAction(RequestHead knock) {
        if (!canAct()) {
            return problem(403, "Nobody changes anything over HTTP while wattline.http.token (WATTLINE_HTTP_TOKEN) is not set; use the command line");
        }
        if (!isOwn(knock)) {
            return problem(403, "This came from a page of another site (" + knock.origin() + "); allowed: from " + knock.host());
        }
        if (!hasToken(knock.authorization())) {
            return Optional.of(ProblemException.unauthorized());
        }
        String type = String.valueOf(knock.contentType()).toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        return type.equals("application/json") ? Optional.empty() : problem(415, "Header Content-Type is '" + knock.contentType() + "'; allowed: application/json");
    }

    private Optional<ProblemException> refuseLook(RequestHead knock) {
        boolean isData = knock.path().startsWith("/api/");
        boolean isMonitoring = knock.path().equals("/metrics") || knock.path().equals("/health") || knock.path().startsWith("/health/");
        boolean needsToken = canAct() && (isMonitoring || isData && isOpen);
        return needsToken && !hasToken(knock.authorization()) ? Optional.of(ProblemException.unauthorized()) : Optional.empty();
    }

    /** A program says neither; a browser always says one of the two with a POST. */
    private static boolean isOwn(RequestHead knock) {
        boolean sameSite = knock.fetchSite() == null || Set.of("same-origin", "none").contains(knock.fetchSite());
        return sameSite && (knock.origin() == null || knock.host().equalsIgnoreCase(authority(knock.origin())));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean isOurs(String host) {
        String name = PORT.matcher(String.valueOf(host).toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(name) || ADDRESS.matcher(name).matches();
    }

    /** In the same time whatever is given. */
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
