package io.wattline.validation;

import io.wattline.channel.Channels;
import io.wattline.reading.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the database has of a window's channel. */
record KeptReadings(Channels channels) implements KeptBefore {

    /** How far around a window the channel's peak is looked for. */
    private static final Duration AROUND = Duration.ofDays(30);
    /** Fewer readings than a day of quarter-hours say little about a peak. */
    private static final int LEAST = 96;

    @Override
    public Optional<Instant> find(Window window) {
        return channels.lastReadingBefore(
                window.channel().channelId(), window.interval().start());
    }

    @Override
    public OptionalDouble peakKw(Window window) {
        return channels.peakKw(
                window.channel().channelId(),
                window.interval().start().minus(AROUND),
                window.interval().end().plus(AROUND),
                LEAST);
    }
}
