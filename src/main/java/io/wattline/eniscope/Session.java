package io.wattline.eniscope;

import io.wattline.settings.Times;
import io.wattline.source.BreakdownException;
import io.wattline.source.LogInRefusedException;
import io.wattline.source.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The account's session at the source: the token that requests carry, when a log-in is needed, and the pause after a
 * refused log-in. Thread-safe. Has the only copy of the credentials outside the settings and prints none of them.
 *
 * <p>From the source's manual: {@code Authorization: Basic base64(email:md5hex(password))} logs in; any response may
 * carry a newer {@code X-Eniscope-Token}; an account counts failed log-ins and locks.
 */
public final class Session implements SourceState {

    static final String TOKEN_HEADER = "X-Eniscope-Token";
    /** In {@code routes/eniscope-api.camel.yaml}. */
    private static final String BREAKER = "eniscope-breaker";
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

    /** @param pause how long no request is sent after a refused log-in, so that the source does not lock the account */
    public Session(AccountSettings account, Duration pause, Clock clock) {
        this.apiKey = account.apiKey().value();
        this.basic = BasicCredentials.header(account.email(), account.password().value());
        this.pause = pause;
        this.clock = clock;
    }

    String apiKey() {
        return apiKey;
    }

    /** The value of {@code Authorization} for a log-in, which is counted. */
    synchronized String basic() {
        logIns++;
        return basic;
    }

    /**
     * Gives the call the token that it carries; after a failed log-in there is none, and {@link BreakdownException}
     * says why.
     */
    public synchronized Call authorise(Call call) {
        if (mustLogIn()) {
            throw new BreakdownException(call.request().subject() + ": not sent, since there is no session: "
                    + (lastFailure == null ? "the log-in got no response" : lastFailure));
        }
        call.begin(token, System.nanoTime());
        return call;
    }

    /**
     * Whether a log-in is needed before the next request; {@link LogInRefusedException} during the pause after a
     * refused log-in.
     */
    public synchronized boolean mustLogIn() {
        if (clock.instant().isBefore(refusedUntil)) {
            throw new LogInRefusedException(
                    "Eniscope account: the log-in was refused; no request is sent until " + Times.text(refusedUntil)
                            + ", so that the source does not lock the account. Check ENISCOPE_EMAIL, ENISCOPE_PASSWORD"
                            + " and ENISCOPE_API_KEY.");
        }
        return token == null;
    }

    /**
     * Whether a request that waits for a session must log in itself: false where another request has tried, with or
     * without success, since {@link #logIns} was {@code before}. So one log-in is sent however many requests wait.
     * {@value #UNPROVEN_MAX} tokens in a row that the source gave and then refused mean that a log-in does not help;
     * they start the pause.
     */
    public synchronized boolean mustLogInAfter(int before) {
        if (token == null && unproven >= UNPROVEN_MAX) {
            unproven = 0;
            refuse("the source gave " + UNPROVEN_MAX + " tokens in a row and then refused each as 'not authenticated'");
        }
        return mustLogIn() && logIns == before;
    }

    /**
     * The source has accepted {@code usedToken}. Keeps the newer token of the response; null changes nothing. Where
     * another response has brought a newer one meanwhile, that one stays, since responses come in any order.
     */
    public synchronized void accepted(String usedToken, String newToken) {
        if (newToken != null && !newToken.isBlank() && (token == null || token.equals(usedToken))) {
            token = newToken;
        }
        unproven = 0;
    }

    /**
     * The response to a log-in: keeps its token, or starts the pause where the log-in is refused.
     *
     * @throws LogInRefusedException where the source refuses the account
     * @throws BreakdownException    for everything else without a token, which says nothing about the account; the
     *     log-in is retried
     */
    public synchronized void loggedIn(LogInResponse response) {
        if (response.isRefusal()) {
            refuse("the source refused the log-in with status " + response.status());
        }
        if (!response.hasToken()) {
            throw new BreakdownException("Eniscope account: " + response.reason() + "; it is retried");
        }
        token = response.token();
        unproven++;
        lastFailure = null;
        refusedUntil = Instant.MIN;
    }

    /** Remembers why a log-in failed, for {@link #authorise}. */
    public synchronized void logInFailed(String reason) {
        lastFailure = reason;
    }

    /** The source refused {@code usedToken} with 401 or 419. Forgets the token unless a newer one has arrived. */
    public synchronized void rejected(String usedToken) {
        if (usedToken != null && usedToken.equals(token)) {
            token = null;
        }
    }

    @Override
    public String breakerId() {
        return BREAKER;
    }

    @Override
    public synchronized int logIns() {
        return logIns;
    }

    @Override
    public synchronized Instant refusedUntil() {
        return refusedUntil;
    }

    private void refuse(String found) {
        token = null;
        refusedUntil = clock.instant().plus(pause);
        throw new LogInRefusedException(
                "Eniscope account: " + found + "; allowed: an account with a valid password and API key. Change "
                        + "ENISCOPE_EMAIL, ENISCOPE_PASSWORD, ENISCOPE_API_KEY. No request is sent until "
                        + Times.text(refusedUntil) + ".");
    }

    @Override
    public String toString() {
        return "Session[logIns=" + logIns() + "]";
    }
}
