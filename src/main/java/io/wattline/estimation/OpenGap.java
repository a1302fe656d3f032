package io.wattline.estimation;

import io.wattline.channel.Channel;
import io.wattline.reading.Interval;
import io.wattline.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A gap that the source has refused for good.
 *
 * @param gapId    {@code data_gaps.gap_id}
 * @param interval half-open, on the grid of the channel's interval
 * @param zone     of the site; like days have the same local time
 * @param country  of the site, for holidays; null where it is unknown
 * @param codes    the vendor's codes of the counters that the channel has, such as {@code E}, {@code Ex}
 */
public record OpenGap(long gapId, Channel channel, Interval interval, ZoneId zone, String country, List<String> codes) {

    public OpenGap {
        codes = List.copyOf(codes);
        if (interval.isEmpty()
                || !Interval.aligned(interval.start(), interval.end(), channel.interval())
                        .equals(interval)) {
            throw new IllegalArgumentException("Channel " + channel.channelId() + ": gap " + interval
                    + " is empty or not aligned to " + Durations.text(channel.interval()));
        }
    }

    /** Length of a reading. */
    public Duration step() {
        return channel.interval();
    }

    /** Length of a reading in hours: kWh / h = kW. */
    public double stepHours() {
        return step().toSeconds() / 3600.0;
    }

    public int slots() {
        return Math.toIntExact(interval.slots(step()));
    }

    /** Start of every missing reading, in order. */
    public List<Instant> starts() {
        return starts(interval.start(), interval.end());
    }

    /** Starts of the slots from an instant until before another, both on the grid. */
    List<Instant> starts(Instant from, Instant until) {
        return LongStream.range(0, new Interval(from, until).slots(step()))
                .mapToObj(i -> from.plus(step().multipliedBy(i)))
                .toList();
    }
}
