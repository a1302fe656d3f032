package io.wattline.eniscope;

/**
 * What the source answers to a log-in.
 *
 * @param token of the session; null where the response has none
 * @param body  status and the beginning of the body
 */
public record LogInResponse(String token, ResponseBody body) {

    int status() {
        return body.status();
    }

    /** Whether the source itself says that the account may not log in. */
    boolean isRefusal() {
        return !body.isFromFirewall() && (status() == 401 || status() == 403 || status() == 419);
    }

    boolean hasToken() {
        return status() == 200 && token != null && !token.isBlank();
    }

    /** For messages: why there is no token although the account is not refused. */
    String reason() {
        return body.isFromFirewall()
                ? body.firewallRefusal() : "the log-in got status " + status() + " and no token";
    }
}
