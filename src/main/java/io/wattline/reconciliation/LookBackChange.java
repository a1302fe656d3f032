package io.wattline.reconciliation;

import java.time.Duration;

/**
 * A new look-back of a channel.
 *
 * @param reason for people
 */
public record LookBackChange(int channelId, Duration before, Duration after, String reason) {
}
