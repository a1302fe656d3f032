package io.wattline.lab.simulator;

import com.sun.net.httpserver.Headers;
import java.util.regex.Pattern;

/** Who gets in: the firewall, the API key, the session. */
final class AccessCheck {

    /** Default user agents of HTTP libraries. */
    private static final Pattern BARE_LIBRARY = Pattern.compile(
            "(?i)(java|java-http-client|apache-httpclient|python-requests|python-urllib|python|curl|okhttp"
                    + "|axios|go-http-client|aiohttp)\\b[/ (].*|Java.*|python.*|");

    private static final String FIREWALL = "<html><head><title>403 Forbidden</title></head><body><h1>Request "
            + "blocked</h1></body></html>";

    private final SimulatorSettings settings;
    private final Sessions sessions;

    AccessCheck(SimulatorSettings settings, Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /** Null for those who get in, with a token in {@code out} where there is a new one; otherwise the refusal. */
    SimulatedResponse refusal(Headers in, Headers out) {
        String agent = in.getFirst("User-Agent");
        if (sessions.isBehindFirewall() || agent == null || BARE_LIBRARY.matcher(agent).matches()) {
            return SimulatedResponse.text(403, SimulatedResponse.HTML, FIREWALL);
        }
        if (!settings.credentials().apiKey().equals(in.getFirst("X-Eniscope-API"))) {
            return SimulatedResponse.empty(403);
        }
        return in.containsKey("Authorization")
                ? logIn(in.getFirst("Authorization"), out)
                : session(in.getFirst("X-Eniscope-Token"), out);
    }

    private SimulatedResponse logIn(String authorization, Headers out) {
        String token = sessions.logIn(authorization);
        if (token == null) {
            return SimulatedResponse.status(401, sessions.isLocked() ? "Account locked" : "Unauthorized");
        }
        out.set("X-Eniscope-Token", token);
        return null;
    }

    private SimulatedResponse session(String token, Headers out) {
        int status = sessions.check(token);
        if (status != 200) {
            return SimulatedResponse.status(status, status == 419 ? "Session expired" : "Unauthorized");
        }
        String renewed = sessions.renewed(token);
        if (renewed != null) {
            out.set("X-Eniscope-Token", renewed);
        }
        return null;
    }
}
