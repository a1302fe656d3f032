package io.wattline.eniscope;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The account's session at the source: which token goes with a request, when to log in, and when to leave the account in peace.
 * Thread-safe. Holds the only copy of the credentials outside the settings; prints none of them.
 *
 * <p>Facts (vendor's manual): {@code Authorization: Basic base64(email:md5hex(password))} logs in; any answer may carry a newer
 * {@code X-Eniscope-Token}; accounts count failed log-ins and lock.
 */
public final class Session {

    private static final int UNPROVEN_MAX = 3;

    private final String apiKey;
    private final String basic;
    private final Duration pause;
    private final Clock clock;
    private String token;
    private int unproven;
    private Instant refusedUntil = Instant.MIN;
    private String lastFailure;
    private int logIns;

    /** @param pause how long nothing is asked after a refused log-in; the account must not be locked by us */
    public Session(String apiKey, String email, String password, Duration pause, Clock clock) {
        this.apiKey = apiKey;
        this.basic = BasicCredentials.header(email, password);
        this.pause = pause;
        this.clock = clock;
    }

    public String apiKey() {
        return apiKey;
    }

    /** The value of {@code Authorization} for a log-in. */
    public synchronized String basic() {
        logIns++;
        return basic;
    }

    /** The token to send with a question; after a log-in that broke down there is none, and {@link BreakdownException} says why. */
    public synchronized String requireToken(ApiRequest request) {
        if (mustLogIn()) {
            throw new BreakdownException(request.subject() + ": not asked, since there is no session: "
                    + (lastFailure == null ? "the log-in has not been answered" : lastFailure));
        }
        return token;
    }

    /** Whether a log-in is needed before the next request; {@link LogInRefusedException} while the account is left in peace. */
    public synchronized boolean mustLogIn() {
        if (clock.instant().isBefore(refusedUntil)) {
            throw new LogInRefusedException("Eniscope account: log-in was refused; nothing is asked until " + refusedUntil
                    + " so that the vendor does not lock the account. Check ENISCOPE_EMAIL, ENISCOPE_PASSWORD and ENISCOPE_API_KEY.");
        }
        return token == null;
    }

    /**
     * Whether whoever waits for a session must log in himself: false where somebody has, or has tried in vain, since {@link #logIns} was
     * {@code before}. However many wait, a source that is away is asked once. Tokens that were never good for anything,
     * {@value #UNPROVEN_MAX} running, mean that logging in does not help, and start the pause.
     */
    public synchronized boolean mustLogInAfter(int before) {
        if (token == null && unproven >= UNPROVEN_MAX) {
            unproven = 0;
            refuse(UNPROVEN_MAX + " tokens running were given and then answered with 'not authenticated'");
        }
        return mustLogIn() && logIns == before;
    }

    /**
     * Takes the newest token of an answer to a request with {@code usedToken}; null changes nothing. Where another answer has brought a newer one
     * meanwhile, that stays: answers come in any order. An answer that needed the token proves it.
     */
    public synchronized void answered(String usedToken, String newToken) {
        if (newToken != null && !newToken.isBlank() && (token == null || token.equals(usedToken))) {
            token = newToken;
        }
        unproven = 0;
    }

    /**
     * Takes the answer to a log-in: the token it carries, or a refusal, which starts the pause.
     *
     * @throws LogInRefusedException for 401, 403, 419
     * @throws BreakdownException    for everything else without a token: no word on the account, so it is tried again
     */
    public synchronized void loggedIn(int status, String newToken) {
        if (status == 401 || status == 403 || status == 419) {
            refuse("the log-in was answered with status " + status);
        }
        if (status != 200 || newToken == null || newToken.isBlank()) {
            throw new BreakdownException("Eniscope account: the log-in was answered with status " + status + " and no token; it is tried again");
        }
        token = newToken;
        unproven++;
        lastFailure = null;
        refusedUntil = Instant.MIN;
    }

    /** Remembers why a log-in broke down, for {@link #requireToken}. */
    public synchronized void logInFailed(String reason) {
        lastFailure = reason;
    }

    /** A request with {@code usedToken} was answered 401 or 419. Forgets the token unless somebody has renewed it meanwhile. */
    public synchronized void rejected(String usedToken) {
        if (usedToken != null && usedToken.equals(token)) {
            token = null;
        }
    }

    /** How often a log-in was sent. */
    public synchronized int logIns() {
        return logIns;
    }

    /** Until when the account is left in peace; in the past when it may be tried again, {@link Instant#MIN} when no log-in was refused since the last that was taken. */
    public synchronized Instant refusedUntil() {
        return refusedUntil;
    }

    private void refuse(String found) {
        token = null;
        refusedUntil = clock.instant().plus(pause);
        throw new LogInRefusedException("Eniscope account: " + found + "; allowed: an account with a valid password and API key. Change "
                + "ENISCOPE_EMAIL, ENISCOPE_PASSWORD, ENISCOPE_API_KEY. Nothing is asked until " + refusedUntil + ".");
    }

    @Override
    public String toString() {
        return "Session[logIns=" + logIns() + "]";
    }
}
