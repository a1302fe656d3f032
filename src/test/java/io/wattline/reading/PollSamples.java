package io.wattline.reading;

import io.wattline.channel.Channel;
import io.wattline.eniscope.ResponseSamples;
import io.wattline.settings.Durations;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Polls as tests start them: a quarter-hourly channel whose device type offers six fields, with the settings that are
 * shipped.
 */
final class PollSamples {

    static final Instant NOW = Instant.parse("2026-03-10T12:07:00Z");
    static final List<String> OFFERED = List.of("E", "P", "V", "I", "PF", "Q");
    static final PollSettings SETTINGS = settings(Duration.ofHours(2), Duration.ofDays(7), Duration.ofDays(1));

    private PollSamples() {
    }

    static PollSettings settings(Duration lookBack, Duration windowMax, Duration windowMin) {
        return Settings.defaults(PollSettings.class, Map.of("readings.poll.look-back", Durations.text(lookBack),
                "readings.window.max", Durations.text(windowMax), "readings.window.min", Durations.text(windowMin)));
    }

    static ChannelPoll poll(PollState state) {
        return ChannelPoll.due(new PolledChannel(ResponseSamples.channel(900), state, OFFERED), SETTINGS, 1, NOW);
    }

    static ChannelPoll poll(Channel channel, PollState state, PollSettings settings) {
        return ChannelPoll.due(new PolledChannel(channel, state, OFFERED), settings, 1, NOW);
    }

    /** Up to date but for so long. */
    static PollState behind(Duration duration) {
        Instant cursor = NOW.minus(duration);
        return new PollState(
                cursor, cursor.minusSeconds(900), null, null, null, false, 0, 0, PollState.Status.LIVE, null, null);
    }
}
