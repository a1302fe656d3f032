package io.wattline.gap;

import io.wattline.reading.Interval;
import java.util.List;

/**
 * A range to look through for gaps.
 *
 * @param interval   slots that start within it and are over
 * @param channelIds which channels; empty = all
 */
public record GapSearch(Interval interval, List<Integer> channelIds) {

    public GapSearch {
        channelIds = List.copyOf(channelIds);
    }
}
