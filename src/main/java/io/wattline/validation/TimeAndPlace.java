package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.settings.Times;
import java.time.Duration;
import java.time.Instant;

/** The rules about when and where a reading was taken. */
final class TimeAndPlace {

    private TimeAndPlace() {
    }

    static ReadingRule channelKnown(RuleSettings rule) {
        return (reading, slots, batch, findings) -> {
            if (reading.channelId() != batch.channel().channelId()) {
                findings.add(rule, "the reading is of channel " + reading.channelId());
            }
        };
    }

    static ReadingRule timestampPresent(RuleSettings rule) {
        return (reading, slots, batch, findings) -> {
            if (reading.start() == null) {
                findings.add(rule, "the reading has no timestamp");
            }
        };
    }

    static ReadingRule timestampOnGrid(RuleSettings rule) {
        return (reading, slots, batch, findings) -> {
            Instant start = reading.start();
            long step = batch.channel().interval().toSeconds();
            if (start != null && (Math.floorMod(start.getEpochSecond(), step) != 0 || start.getNano() != 0)) {
                findings.add(rule, "the timestamp is not a multiple of " + step + " s");
            }
        };
    }

    static ReadingRule timestampNotFuture(RuleSettings rule) {
        Duration tolerance = rule.duration("tolerance");
        return (reading, slots, batch, findings) -> {
            if (reading.start() != null && reading.start().isAfter(batch.now().plus(tolerance))) {
                findings.add(
                        rule,
                        "the interval starts more than " + tolerance.toSeconds() + " s after now, "
                                + Times.text(batch.now()));
            }
        };
    }

    static ReadingRule withinInstallation(RuleSettings rule) {
        return (reading, slots, batch, findings) -> {
            Instant start = reading.start();
            Channel channel = batch.channel();
            if (start != null && channel.installedAt() != null && start.isBefore(channel.installedAt())) {
                findings.add(rule, "the interval starts before the installation at " + channel.installedAt());
            }
            if (start != null && channel.uninstalledAt() != null && !start.isBefore(channel.uninstalledAt())) {
                findings.add(rule, "the interval starts at or after the removal at " + channel.uninstalledAt());
            }
        };
    }
}
