package io.wattline.quality;

import java.time.Instant;

/**
 * A row of {@code quality_findings} that is open.
 *
 * @param isNew    whether this turn found it first
 * @param accepted who accepted it, until when and why, for people; null where it counts
 */
public record Finding(long findingId, int channelId, String rule, String severity, Instant start, Instant end, String reason, boolean isNew, String accepted) {
}
