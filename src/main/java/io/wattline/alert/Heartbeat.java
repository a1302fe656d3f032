package io.wattline.alert;

import io.wattline.settings.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The heartbeat for a dead-man's switch: sent after a cycle of polls that went well, while the alert rules are
 * evaluated too. Thread-safe.
 */
public final class Heartbeat {

    /** Age of the last evaluation from which on the rules count as not evaluated. */
    private static final Duration EVALUATION_AGE_MAX = Duration.ofMinutes(10);

    private final HeartbeatSettings settings;
    private final NotificationSettings mail;
    private final Supplier<Instant> lastEvaluation;
    private final Clock clock;
    private Instant mailedAt = Instant.MIN;
    private String failure;

    /** @param lastEvaluation when the rules were last evaluated */
    public Heartbeat(HeartbeatSettings settings, NotificationSettings mail, Supplier<Instant> lastEvaluation,
            Clock clock) {
        this.settings = settings;
        this.mail = mail;
        this.lastEvaluation = lastEvaluation;
        this.clock = clock;
    }

    private boolean rulesAreEvaluated() {
        return clock.instant().isBefore(lastEvaluation.get().plus(EVALUATION_AGE_MAX));
    }

    /** Whether the URL is to be requested. */
    public boolean isRequestDue() {
        return settings.url().isSet() && rulesAreEvaluated();
    }

    /** Whether a mail is due. */
    public synchronized boolean isMailDue() {
        return !settings.mailTo().isEmpty() && mail.isSetUp("email") && rulesAreEvaluated()
                && (mailedAt.equals(Instant.MIN) || !clock.instant().isBefore(mailedAt.plus(settings.mailEvery())));
    }

    /** The request: sets its headers and gives its body, which is empty. */
    public String request(Map<String, Object> headers) {
        headers.put("CamelHttpUri", settings.url().value());
        headers.put("CamelHttpMethod", "GET");
        return "";
    }

    /** The mail: sets its headers and gives its text. */
    public String mail(Map<String, Object> headers) {
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        headers.put("From", mail.mailFrom());
        headers.put("To", settings.mailTo());
        headers.put("Subject", "[Wattline] alive at " + Times.text(clock.instant()));
        return "A cycle of polls has finished, its canary has reached the database, and the alert rules were evaluated "
                + "at " + Times.text(lastEvaluation.get())
                + ".\nWhen this mail stops coming, check whether Wattline runs.\n";
    }

    /** {@link DeliveryException} where the other side has not accepted the request. */
    public synchronized void accepted(int status) {
        if (status / 100 != 2) {
            throw new DeliveryException("The heartbeat got the response status " + status
                    + "; allowed: 2xx. Check HEARTBEAT_URL.", Duration.ZERO);
        }
        failure = null;
    }

    public synchronized void mailed() {
        mailedAt = clock.instant();
    }

    /** It could not be sent. */
    public synchronized void failed(Throwable thrown) {
        failure = String.valueOf(thrown.getMessage());
    }

    /** Whether the heartbeat fails; no measurement where it does not. */
    public synchronized List<Measurement> failure() {
        return failure == null ? List.of() : List.of(Measurement.of(AlertSubject.wattline(), 1, failure));
    }
}
