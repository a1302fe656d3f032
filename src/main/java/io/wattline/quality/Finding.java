package io.wattline.quality;

import java.time.Instant;

/**
 * An open row of {@code quality_findings}: something that a check found in stored readings.
 *
 * @param isNew    whether this run found it first
 * @param accepted who accepted it, until when and why, for people; null where it counts
 */
public record Finding(
        long findingId,
        int channelId,
        String rule,
        String severity,
        Instant start,
        Instant end,
        String reason,
        boolean isNew,
        String accepted) {}
