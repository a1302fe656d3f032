package io.wattline.eniscope;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The body of a response, read whole.
 *
 * @param status     HTTP status
 * @param retryAfter the header of that name; null where there is none
 * @param body       bytes as sent, decompressed; empty where there are none
 */
public record ResponseBody(int status, String retryAfter, byte[] body) {

    /** Forbidden, method not allowed, proxy authentication, unavailable for legal reasons. */
    private static final Set<Integer> FIREWALL_STATUS = Set.of(403, 405, 406, 407, 451);

    /** The first 200 characters on one line, for messages, since the source does not document its error bodies. */
    public String excerpt() {
        String text = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.isEmpty()
                ? "an empty body"
                : "'" + (text.length() > 200 ? text.substring(0, 200) + "..." : text) + "'";
    }

    /** Whether the body is a page of HTML, whatever its content type says. */
    public boolean isHtml() {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<");
    }

    /**
     * Whether a firewall or a proxy has answered in place of the source, which refuses with an empty body or a line of
     * text. A page of HTML with 404 may be the source's own.
     */
    public boolean isFromFirewall() {
        return FIREWALL_STATUS.contains(status) && isHtml();
    }

    /** For messages: what has answered, and with what. */
    String firewallRefusal() {
        return "a firewall or a proxy in front of the source refuses the request with status " + status
                + " and a page of HTML, " + excerpt() + ". This says nothing about the account. Allow requests from"
                + " this machine to the host of eniscope.api.url there";
    }

    /** Whether the body starts and ends like a JSON object or array. A truncated response does not. */
    public boolean looksWhole() {
        int first = 0;
        int last = body.length - 1;
        while (first <= last && body[first] <= ' ') {
            first++;
        }
        while (last > first && body[last] <= ' ') {
            last--;
        }
        return last > first && (body[first] == '{' && body[last] == '}' || body[first] == '[' && body[last] == ']');
    }

    /** Whether the source says that the request can never succeed. */
    public boolean saysInvalidParameter() {
        return status == 500
                && new String(body, StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains("invalid parameter");
    }
}
