package io.wattline.quality;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;

/**
 * What a check found of a channel, half-open.
 *
 * @param found for people: the figures
 */
record FoundProblem(int channelId, Instant start, Instant end, String found) {

    /** A row of {@code db/sql/check-*.sql}. */
    static FoundProblem of(Map<String, Object> row) {
        return new FoundProblem((Integer) row.get("channel_id"), ((Timestamp) row.get("finding_start")).toInstant(), ((Timestamp) row.get("finding_end")).toInstant(),
                (String) row.get("found"));
    }

    /** Who, when, what was found, why that is wrong, where to change it. */
    String reason(CheckRule rule) {
        return "Channel " + channelId + ", [" + start + ", " + end + "): " + found + ": " + rule.reason() + " (check " + rule.name() + ", config/quality.yaml)";
    }
}
