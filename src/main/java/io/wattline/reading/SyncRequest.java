package io.wattline.reading;

import java.time.Duration;
import java.util.List;

/**
 * What a sync reads.
 *
 * @param interval   half-open, UTC; null for what is due
 * @param channelIds empty for all
 * @param resolution length of a reading; null for the channel's own
 */
public record SyncRequest(Interval interval, List<Integer> channelIds, Duration resolution) {

    public SyncRequest {
        channelIds = List.copyOf(channelIds);
    }
}
