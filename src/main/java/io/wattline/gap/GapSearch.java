package io.wattline.gap;

import io.wattline.reading.Interval;
import java.util.List;

/**
 * A range that is searched for gaps.
 *
 * @param interval   half-open; slots that start within it and are over
 * @param channelIds empty for all channels
 */
public record GapSearch(Interval interval, List<Integer> channelIds) {

    public GapSearch {
        channelIds = List.copyOf(channelIds);
    }
}
