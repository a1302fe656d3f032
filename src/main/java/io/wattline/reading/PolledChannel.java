package io.wattline.reading;

import io.wattline.channel.Channel;
import java.util.List;

/**
 * A channel as a poll finds it.
 *
 * @param state            what earlier polls have left behind
 * @param deviceTypeFields the fields that channels of its device type offer; empty where they are not known
 */
public record PolledChannel(Channel channel, PollState state, List<String> deviceTypeFields) {

    public PolledChannel {
        deviceTypeFields = List.copyOf(deviceTypeFields);
    }
}
