package io.wattline.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The sign of life for a dead-man's switch: given after a cycle that went well, while the rules are evaluated too. Thread-safe. */
public final class Heartbeat {

    /** Rules that were not evaluated for so long are not evaluated any more. */
    private static final Duration ROUND_MAX = Duration.ofMinutes(10);

    private final String url;
    private final NotificationChannels ways;
    private final String mailTo;
    private final Duration mailEvery;
    private final Supplier<Instant> lastRound;
    private final Clock clock;
    private Instant mailedAt = Instant.MIN;
    private String failure;

    /**
     * @param url       a secret; empty where there is none
     * @param mailTo    empty where nobody wants a mail
     * @param lastRound when rules were last evaluated
     */
    public Heartbeat(String url, NotificationChannels ways, String mailTo, Duration mailEvery, Supplier<Instant> lastRound, Clock clock) {
        this.url = url;
        this.ways = ways;
        this.mailTo = mailTo;
        this.mailEvery = mailEvery;
        this.lastRound = lastRound;
        this.clock = clock;
    }

    private boolean lives() {
        return clock.instant().isBefore(lastRound.get().plus(ROUND_MAX));
    }

    /** Whether the URL is to be asked for. */
    public boolean urlDue() {
        return !url.isEmpty() && lives();
    }

    /** Whether a mail is due. */
    public synchronized boolean mailDue() {
        return !mailTo.isEmpty() && ways.on("email") && lives() && (mailedAt.equals(Instant.MIN) || !clock.instant().isBefore(mailedAt.plus(mailEvery)));
    }

    public void headers(Map<String, Object> headers) {
        headers.put("CamelHttpUri", url);
        headers.put("CamelHttpMethod", "GET");
    }

    public void mailHeaders(Map<String, Object> headers) {
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        headers.put("From", ways.mailFrom());
        headers.put("To", mailTo);
        headers.put("Subject", "[Wattline] alive at " + clock.instant());
    }

    public String mail() {
        return "A cycle of polls has gone through, its canary has reached the database, and the alert rules were evaluated at " + lastRound.get()
                + ".\nWhen this mail stays away, look whether Wattline runs.\n";
    }

    /** {@link NotTakenException} where whoever waits has not taken it. */
    public synchronized void took(int status) {
        if (status / 100 != 2) {
            throw new NotTakenException("The heartbeat was answered with status " + status + "; allowed: 2xx. Check HEARTBEAT_URL.", Duration.ZERO);
        }
        failure = null;
    }

    public synchronized void mailed() {
        mailedAt = clock.instant();
    }

    /** It could not be given. */
    public synchronized void failed(Throwable thrown) {
        failure = String.valueOf(thrown.getMessage());
    }

    /** Whether it is not taken; nothing where nobody waits for it. */
    public synchronized List<Measurement> failure() {
        return failure == null ? List.of() : List.of(Measurement.of(AlertSubject.wattline(), 1, failure));
    }
}
