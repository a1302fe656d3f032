package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import io.wattline.alert.Delivery.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that wait to be delivered: in table {@code alert_outbox}, and in memory while the database is unreachable.
 * Thread-safe.
 *
 * <p>An attempt is stored before the message is sent, so every message is delivered at least once.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final AlertSettings settings;
    private final Clock clock;
    private final UnstoredMessages unstored = new UnstoredMessages();
    private final Map<String, Instant> pausedUntil = new ConcurrentHashMap<>();

    public Outbox(AlertSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    UnstoredMessages unstored() {
        return unstored;
    }

    /** The delivery of a message that waits in memory, or one without a message where none does. */
    public Delivery fromMemory(Delivery before) {
        NotificationChannel channel = before.channel();
        return unstored.first(channel.name())
                .map(outgoing -> new Delivery(channel, null, outgoing.id(), outgoing.message(), null))
                .orElseGet(() -> Delivery.by(channel));
    }

    /** Parameters of {@code db/sql/alert-delivery-claim.sql}. */
    public Map<String, Object> claim(Delivery delivery) {
        return Map.of("channel", delivery.channel().name(), "now", clock.instant().toString(), "delay",
                settings.retryDelay().toString(),
                "delay_max", settings.retryDelayMax().toString(), "give_up", settings.giveUp().toString());
    }

    /**
     * The delivery of the message that {@code alert-delivery-claim.sql} gives, or one with the outcome that nothing is
     * due.
     */
    public Delivery claimed(Delivery before, List<Map<String, Object>> rows) {
        return rows.stream().findFirst()
                .map(row -> new Delivery(before.channel(), ((Number) row.get("outbox_id")).longValue(),
                (String) row.get("message_id"),
                AlertJson.read((String) row.get("message"), new TypeReference<Message>() { }), null))
                        .orElseGet(() -> before.with(Result.NOTHING_DUE, null, null));
    }

    /** The other side has accepted the message. One from memory is only noted here and stored later. */
    public Delivery delivered(Delivery delivery) {
        LOG.info("Alert message {} is delivered", delivery.id());
        Instant now = clock.instant();
        if (!delivery.isStored()) {
            unstored.sent(delivery.id(), now);
        }
        return delivery.with(Result.DELIVERED, now, null);
    }

    /** The message could not be delivered. Where the other side states a pause, the whole channel waits for as long. */
    public Delivery failed(Delivery delivery, Throwable thrown) {
        Throwable cause = DeliveryException.cause(thrown);
        Duration pause = cause instanceof DeliveryException refused && refused.retryAfter() != null
                ? refused.retryAfter() : Duration.ZERO;
        Instant notBefore = clock.instant().plus(pause);
        if (!pause.isZero()) {
            pausedUntil.put(delivery.channel().name(), notBefore);
        }
        String error = String.valueOf(cause.getMessage() == null ? cause.getClass().getSimpleName()
                : cause.getMessage());
        LOG.warn("Alert message {} could not be delivered: {}", delivery.id(), error);
        return delivery.with(Result.FAILED, notBefore, error);
    }

    /** The outbox cannot be read or written: its messages wait there. */
    public Delivery unreadable(Throwable thrown) {
        String error = String.valueOf(thrown.getMessage());
        LOG.warn("Alert messages wait in table alert_outbox, which cannot be read or written now: {}", error);
        return Delivery.by(null).with(Result.FAILED, clock.instant(), error);
    }

    /**
     * Whether the channel looks for another message: until nothing is due, an attempt fails, or the other side asks for
     * a pause.
     */
    boolean goesOn(Delivery delivery) {
        boolean paused = delivery.channel() == null || clock.instant()
                .isBefore(pausedUntil.getOrDefault(delivery.channel().name(), Instant.MIN));
        return !paused && (delivery.outcome() == null || delivery.outcome().isDelivered());
    }
}
