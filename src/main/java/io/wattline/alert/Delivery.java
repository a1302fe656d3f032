package io.wattline.alert;

/**
 * A message whose turn it is.
 *
 * @param outboxId row of {@code alert_outbox}; null for one that waits in memory
 */
public record Delivery(Long outboxId, String id, String channel, Message message) {
}
