package io.wattline.quality;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;

/**
 * A half-open span of a channel in which a check has found something.
 *
 * @param found the figures, for people
 */
record CheckHit(int channelId, Instant start, Instant end, String found) {

    /** A row of {@code db/sql/check-*.sql}. */
    static CheckHit of(Map<String, Object> row) {
        return new CheckHit(
                (Integer) row.get("channel_id"),
                ((Timestamp) row.get("finding_start")).toInstant(),
                ((Timestamp) row.get("finding_end")).toInstant(),
                (String) row.get("found"));
    }

    /** The reason of the finding: channel, span, figures, why they are wrong, and where the check is configured. */
    String reason(CheckRule rule) {
        return "Channel " + channelId + ", [" + start + ", " + end + "): " + found + ": " + rule.reason() + " (check "
                + rule.name() + ", config/quality.yaml)";
    }
}
