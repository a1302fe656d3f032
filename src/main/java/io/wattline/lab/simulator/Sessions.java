package io.wattline.lab.simulator;

import io.wattline.lab.simulator.SimulatorSettings.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Log-in, tokens, and the lock of the account. */
final class Sessions {

    /** What remains of a token that has been renewed: enough for the requests in flight. */
    private static final int RENEWED_USES = 20;
    private static final int RENEW_EVERY = 10;

    private final SimulatorSettings settings;
    private final SimulatedFaults faults;
    private final RequestLog seen;
    private final String authorization;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private int failedInARow;
    private Instant lockedUntil = Instant.MIN;

    Sessions(SimulatorSettings settings, SimulatedFaults faults, RequestLog seen) {
        this.settings = settings;
        this.faults = faults;
        this.seen = seen;
        this.authorization = authorization(settings.credentials());
    }

    /** {@code Basic base64(email:md5hex(password))}: MD5 is the vendor's choice, not ours. */
    static String authorization(Credentials credentials) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest(credentials.password().getBytes(StandardCharsets.UTF_8));
            String pair = credentials.email() + ":" + HexFormat.of().formatHex(hash);
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    /** A token for these credentials; null where they are refused or the account is locked. */
    synchronized String logIn(String header) {
        Instant now = settings.clock().instant();
        boolean accepted =
                !now.isBefore(lockedUntil) && authorization.equals(header) && !faults.areOn(Fault.LOGIN_REFUSED);
        seen.logIn(accepted);
        if (accepted) {
            failedInARow = 0;
            return issue();
        }
        failedInARow++;
        if (failedInARow >= settings.failedLoginsMax() && now.isAfter(lockedUntil)) {
            lockedUntil = now.plus(settings.lockedFor());
            failedInARow = 0;
        }
        return null;
    }

    synchronized boolean isLocked() {
        return settings.clock().instant().isBefore(lockedUntil);
    }

    boolean isBehindFirewall() {
        return faults.areOn(Fault.FIREWALL);
    }

    /** 200 for a token that lives; otherwise 401 for one that never was, 419 and 401 in turn for one that has ended. */
    int check(String token) {
        Session session = token == null ? null : sessions.get(token);
        if (session == null) {
            return 401;
        }
        return session.use(faults.areOn(Fault.TOKEN_EXPIRES)) ? 200 : ended.getAndIncrement() % 2 == 0 ? 419 : 401;
    }

    /** A new token in place of a living one; null where it goes on. */
    String renewed(String token) {
        if (!faults.areOn(Fault.TOKEN_RENEWED) || checked.incrementAndGet() % RENEW_EVERY != 0) {
            return null;
        }
        sessions.get(token).limit(RENEWED_USES);
        return issue();
    }

    /** Ends all sessions at once, as a restart of the vendor's servers would. */
    void endAll() {
        sessions.values().forEach(session -> session.limit(0));
    }

    private synchronized String issue() {
        String token =
                String.format("%016x%016x", Hash.of(settings.plant().seed(), issued.incrementAndGet()), issued.get());
        sessions.put(token, new Session(settings.tokenUses()));
        return token;
    }

    private static final class Session {
        private int usesLeft;
        private boolean limited;

        Session(int uses) {
            usesLeft = uses;
        }

        synchronized boolean use(boolean expires) {
            return !(limited || expires) || usesLeft-- > 0;
        }

        synchronized void limit(int uses) {
            limited = true;
            usesLeft = Math.min(usesLeft, uses);
        }
    }
}
