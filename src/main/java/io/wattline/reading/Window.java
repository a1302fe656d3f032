package io.wattline.reading;

import io.wattline.channel.Channel;
import java.util.List;

/**
 * One question to the source: the readings of a channel within a half-open interval that is aligned to the channel's resolution.
 *
 * @param fields the vendor's field codes to ask for, such as {@code E}, {@code P}
 * @param runId  the run on whose behalf it is asked; kept with every reading
 */
public record Window(Channel channel, Interval interval, List<String> fields, long runId) {

    public Window {
        fields = List.copyOf(fields);
        Interval aligned = Interval.aligned(interval.start(), interval.end(), channel.interval());
        if (!aligned.equals(interval)) {
            throw new IllegalArgumentException("Channel " + channel.channelId() + ": window " + interval + " is not aligned to "
                    + channel.interval() + "; bins would start off the grid");
        }
    }

    @Override
    public String toString() {
        return "channel " + channel.channelId() + " " + interval;
    }
}
