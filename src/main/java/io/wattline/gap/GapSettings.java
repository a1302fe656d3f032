package io.wattline.gap;

import io.wattline.settings.Settings;
import java.time.Duration;

/**
 * How gaps are looked for.
 *
 * @param history    how far back a channel of unknown installation should have readings
 * @param readyAfter how long after its end a slot is missed at the earliest
 * @param firstAsk   how long after it was found the source is asked for a gap again for the first time
 * @param recent     how far back everything is looked through once a day, be there something new or not
 */
public record GapSettings(Duration history, Duration readyAfter, Duration firstAsk, Duration recent) {

    /** {@code readings.history}, {@code readings.poll.delay} and {@code gaps.tolerance}, the first of {@code gaps.ask-again}, {@code gaps.find-all.range}. */
    public static GapSettings of(Settings settings) {
        return new GapSettings(settings.duration("readings.history"), settings.duration("readings.poll.delay").plus(settings.duration("gaps.tolerance")),
                settings.durations("gaps.ask-again").get(0), settings.duration("gaps.find-all.range"));
    }
}
