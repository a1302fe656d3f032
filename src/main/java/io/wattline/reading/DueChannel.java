package io.wattline.reading;

import java.util.Map;

/**
 * A channel whose readings are to be read.
 *
 * @param row   of {@code db/sql/channels-due.sql} or {@code db/sql/backfill-claim.sql}
 * @param runId the run to which the readings will belong
 */
public record DueChannel(Map<String, Object> row, long runId) {

    int channelId() {
        return channelId(row);
    }

    static int channelId(Map<String, Object> row) {
        return (Integer) row.get("channel_id");
    }
}
