package io.wattline.quality;

import java.util.List;

/**
 * What is to be checked.
 *
 * @param days       the last so many times 24 h
 * @param channelIds empty = all
 */
public record CheckRequest(int days, List<Integer> channelIds) {

    public CheckRequest {
        channelIds = List.copyOf(channelIds);
    }
}
