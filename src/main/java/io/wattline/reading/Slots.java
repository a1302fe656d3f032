package io.wattline.reading;

import io.wattline.channel.Channel;
import java.time.Instant;

/** The whole slots of a channel: on the grid of its interval, while it was installed. */
final class Slots {

    private Slots() {
    }

    /** Start of the first slot at {@code from}. A slot that began before the meter was installed does not count. */
    static Instant firstStart(Channel channel, Instant from) {
        Instant installed = channel.installedAt();
        return installed != null && installed.isAfter(from)
                ? Interval.ceiling(installed, channel.interval())
                : Interval.floor(from, channel.interval());
    }

    /** End of the last slot that has ended at {@code to}, or that began before the meter was removed. */
    static Instant lastEnd(Channel channel, Instant to) {
        Instant finished = Interval.floor(to, channel.interval());
        Instant uninstalled = channel.uninstalledAt();
        return uninstalled != null && uninstalled.isBefore(finished)
                ? Interval.ceiling(uninstalled, channel.interval())
                : finished;
    }
}
