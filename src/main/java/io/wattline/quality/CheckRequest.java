package io.wattline.quality;

import java.util.List;

/**
 * A request to check stored readings.
 *
 * @param days       how many times 24 h back
 * @param channelIds empty for all channels
 */
public record CheckRequest(int days, List<Integer> channelIds) {

    public CheckRequest {
        channelIds = List.copyOf(channelIds);
    }
}
