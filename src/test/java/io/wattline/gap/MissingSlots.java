package io.wattline.gap;

import io.wattline.app.WattlineUnderTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The slots of all open gaps of a channel, one by one, with their reason. */
final class MissingSlots {

    private MissingSlots() {
    }

    /** By start; gaps that overlap are an error. */
    static Map<Instant, String> of(WattlineUnderTest wattline, int channelId) {
        Map<Instant, String> slots = new TreeMap<>();
        for (Map<String, Object> row : wattline.rows(
                "select slot, reason from data_gaps "
                        + "join channels c using (channel_id), generate_series(gap_start, gap_end - interval '1 "
                        + "second', make_interval(secs => c.interval_seconds)) as slot where closed_at is null "
                        + "and channel_id = ?",
                channelId)) {
            Instant slot = ((Timestamp) row.get("slot")).toInstant();
            if (slots.put(slot, (String) row.get("reason")) != null) {
                throw new AssertionError("Two open gaps of channel " + channelId + " hold " + slot);
            }
        }
        return slots;
    }
}
