package io.wattline.reconciliation;

import java.time.Duration;

/**
 * A channel is asked further back than before, or less far.
 *
 * @param reason for people
 */
public record LookBackChange(int channelId, Duration before, Duration after, String reason) {
}
