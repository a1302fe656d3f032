package io.wattline.alert;

import java.time.Instant;

/**
 * The delivery of a message by a notification channel: the body of the routes of {@code alert-delivery.camel.yaml}.
 *
 * @param outboxId row of {@code alert_outbox}; null for a message from memory
 * @param id       of the message; null before one is claimed
 * @param message  null before one is claimed
 * @param outcome  null before there is one
 */
public record Delivery(NotificationChannel channel, Long outboxId, String id, Message message, Outcome outcome) {

    /**
     * What became of a delivery.
     *
     * @param at    when the message was delivered, or before which it is not tried again
     * @param error why it failed; null where it did not
     */
    public record Outcome(Result result, Instant at, String error) {

        public boolean isDelivered() {
            return result == Result.DELIVERED;
        }

        /** For statements. */
        public String time() {
            return at.toString();
        }
    }

    /** What became of a delivery. */
    public enum Result {
        /** The other side has accepted the message. */
        DELIVERED,
        /** It has not. The message is tried again. */
        FAILED,
        /** No message is due. */
        NOTHING_DUE
    }

    /** A delivery that has no message yet. */
    static Delivery by(NotificationChannel channel) {
        return new Delivery(channel, null, null, null, null);
    }

    Delivery with(Result result, Instant at, String error) {
        return new Delivery(channel, outboxId, id, message, new Outcome(result, at, error));
    }

    /** Whether a message is claimed and waits to be sent. */
    public boolean isDue() {
        return message != null && outcome == null;
    }

    /** Whether the message is a row of the outbox. */
    public boolean isStored() {
        return outboxId != null;
    }
}
