package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages on their way, as the routes need them: from table {@code alert_outbox}, and from memory while the database is away. Thread-safe.
 *
 * <p>A try is noted before the message is sent, so every message arrives at least once.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Clock clock;
    private final Duration delay;
    private final Duration delayMax;
    private final Duration giveUp;
    private final MessageMemory remembered = new MessageMemory();
    private final Map<String, Instant> heldUntil = new ConcurrentHashMap<>();

    /** @param delay before the second try, doubled each time up to {@code delayMax}; after {@code giveUp} there is no other */
    public Outbox(Duration delay, Duration delayMax, Duration giveUp, Clock clock) {
        this.delay = delay;
        this.delayMax = delayMax;
        this.giveUp = giveUp;
        this.clock = clock;
    }

    /** Whether the other side of a way wants to be left alone now. */
    public boolean isHeld(String channel) {
        return clock.instant().isBefore(heldUntil.getOrDefault(channel, Instant.MIN));
    }

    /** What waits in memory while no table can have it. */
    MessageMemory inMemory() {
        return remembered;
    }

    /** A message of the way that waits in memory; null where none does. */
    public Delivery remembered(String channel) {
        return remembered.first(channel).map(outgoing -> new Delivery(null, outgoing.id(), channel, outgoing.message())).orElse(null);
    }

    /** Parameters of {@code db/sql/alerts-claim.sql}. */
    public Map<String, Object> claim(String channel) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel", channel);
        parameters.put("now", clock.instant().toString());
        parameters.put("delay", delay.toString());
        parameters.put("delay_max", delayMax.toString());
        parameters.put("give_up", giveUp.toString());
        return parameters;
    }

    /** What {@code alerts-claim.sql} gives; null where nothing is due. */
    public Delivery claimed(List<Map<String, Object>> rows) {
        return rows.stream().findFirst().map(row -> new Delivery(((Number) row.get("outbox_id")).longValue(), (String) row.get("message_id"), (String) row.get("channel"),
                AlertJson.read((String) row.get("message"), new TypeReference<Message>() { }))).orElse(null);
    }

    /** The table cannot be read: its messages wait there. */
    public void unreadable(Throwable thrown) {
        LOG.warn("Alert messages wait in table alert_outbox, which cannot be read now: {}", String.valueOf(thrown.getMessage()));
    }

    /** Parameters of {@code db/sql/alerts-sent.sql}; one from memory is only noted here and booked later. */
    public Map<String, Object> sent(Delivery delivery) {
        LOG.info("Alert message {} is sent", delivery.id());
        if (delivery.outboxId() == null) {
            remembered.sent(delivery.id(), clock.instant());
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("outbox_id", delivery.outboxId());
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    /** Parameters of {@code db/sql/alerts-failed.sql}. */
    public Map<String, Object> failed(Delivery delivery, Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof NotTakenException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        Duration pause = cause instanceof NotTakenException refused && refused.retryAfter() != null ? refused.retryAfter() : Duration.ZERO;
        Instant notBefore = clock.instant().plus(pause);
        if (!pause.isZero()) {
            heldUntil.put(delivery.channel(), notBefore);
        }
        String error = String.valueOf(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        LOG.warn("Alert message {} is not taken: {}", delivery.id(), error);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("outbox_id", delivery.outboxId());
        parameters.put("error", error);
        parameters.put("not_before", notBefore.toString());
        return parameters;
    }
}
