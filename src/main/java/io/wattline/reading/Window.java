package io.wattline.reading;

import io.wattline.channel.Channel;
import io.wattline.settings.Durations;
import java.util.List;

/**
 * The half-open range of one request for the readings of a channel, aligned to the interval of the channel.
 *
 * @param fields field codes of the source to request, such as {@code E}, {@code P}
 * @param runId  the run that requests it; kept with every reading
 * @param background whether the request can wait and takes the share of backfill (backfill.share)
 */
public record Window(Channel channel, Interval interval, List<String> fields, long runId, boolean background) {

    /** A window of live polling. */
    public Window(Channel channel, Interval interval, List<String> fields, long runId) {
        this(channel, interval, fields, runId, false);
    }

    public Window {
        fields = List.copyOf(fields);
        Interval aligned = Interval.aligned(interval.start(), interval.end(), channel.interval());
        if (!aligned.equals(interval)) {
            throw new IllegalArgumentException("Channel " + channel.channelId() + ": window " + interval
                    + " is not aligned to " + Durations.text(channel.interval()) + "; bins would start off the grid");
        }
    }

    @Override
    public String toString() {
        return "channel " + channel.channelId() + " " + interval;
    }
}
