package io.wattline.reading;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How channels are polled. */
public record PollSettings(
        @Setting(
                        key = "readings.poll.cron",
                        fallback = "0/30 * * * * ?",
                        meaning = "When the poll looks for channels that are due.")
                Cron cron,
        @Setting(
                        key = "readings.poll.parallel",
                        fallback = "8",
                        min = "1",
                        meaning = "How many channels are polled at once.")
                int parallel,
        @Setting(
                        key = "readings.poll.look-back",
                        fallback = "2h",
                        meaning = "Each poll asks again from the cursor minus this, since late and corrected readings"
                                + " are normal.")
                Duration lookBack,
        @Setting(
                        key = "readings.poll.look-back-max",
                        fallback = "48h",
                        min = "1ms",
                        meaning = "The longest look-back of a channel whose readings keep coming late.")
                Duration lookBackMax,
        @Setting(
                        key = "readings.poll.delay",
                        fallback = "2m",
                        meaning = "A finished interval is asked for this long after its end.")
                Duration delay,
        @Setting(
                        key = "readings.poll.wait-for-late",
                        fallback = "7d",
                        meaning =
                                "While a channel sends nothing, its cursor waits at its last reading for late data, at"
                                        + " most this long.")
                Duration waitForLate,
        @Setting(
                        key = "readings.window.max",
                        fallback = "7d",
                        min = "1ms",
                        meaning = "The longest window of one request. The size that works is remembered per channel.")
                Duration windowMax,
        @Setting(
                        key = "readings.window.min",
                        fallback = "1d",
                        min = "1ms",
                        meaning = "The shortest window to which a refused window is halved.")
                Duration windowMin,
        @Setting(
                        key = "readings.history",
                        fallback = "96d",
                        min = "1ms",
                        meaning = "How far back a new channel is filled.")
                Duration history,
        @Setting(
                        key = "readings.resolution",
                        fallback = "15m",
                        min = "1ms",
                        meaning = "Length of a reading where the channel does not say otherwise.")
                Duration resolution,
        @Setting(
                        key = "readings.fields.core",
                        fallback = "E,P,V,I,PF",
                        meaning = "Field codes that are asked for where the source does not say which fields a device"
                                + " type offers.")
                List<String> coreFields,
        @Setting(
                        key = "readings.batch-size",
                        fallback = "3000",
                        min = "1",
                        max = "100000",
                        meaning = "Rows of one INSERT.")
                int batchSize,
        @Setting(
                        key = "readings.retry.delay",
                        fallback = "1m",
                        min = "1ms",
                        meaning = "Pause before a channel whose request failed is asked again. It is doubled after each"
                                + " failure.")
                Duration retryDelay,
        @Setting(
                        key = "readings.retry.delay-max",
                        fallback = "1h",
                        min = "1ms",
                        meaning = "The longest pause before a channel whose request failed is asked again.")
                Duration retryDelayMax,
        @Setting(
                        key = "readings.dead.retry",
                        fallback = "24h",
                        min = "1ms",
                        meaning = "When a dead channel, or one without subscription, is tried again.")
                Duration deadRetry)
        implements SettingsGroup {

    @Override
    public List<String> conflicts() {
        return Stream.of(
                        SettingConflict.order("readings.window.min", windowMin, "readings.window.max", windowMax),
                        SettingConflict.order(
                                "readings.retry.delay", retryDelay, "readings.retry.delay-max", retryDelayMax),
                        SettingConflict.order(
                                "readings.poll.look-back", lookBack, "readings.poll.look-back-max", lookBackMax))
                .flatMap(List::stream)
                .toList();
    }

    /** Where a poll of what is due begins. */
    Instant pollStart(PollState state, Instant now) {
        if (state.cursor() == null) {
            return now.minus(history);
        }
        return state.cursor().minus(state.lookBack() == null ? lookBack : state.lookBack());
    }

    /** When the next reading of a channel that is up to date can be requested. */
    Instant nextPoll(Duration interval, Instant now) {
        return Interval.floor(now.minus(delay), interval).plus(interval).plus(delay);
    }

    /** The pause after this many failures in a row. */
    Duration backOff(int failures) {
        Duration pause = retryDelay.multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(retryDelayMax) > 0 ? retryDelayMax : pause;
    }
}
