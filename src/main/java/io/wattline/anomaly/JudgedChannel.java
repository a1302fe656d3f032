package io.wattline.anomaly;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.channel.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A channel whose readings are judged.
 *
 * @param zone         of its days
 * @param country      of its site, for holidays; null where it is unknown
 * @param parts        the channels that are parts of it, see view {@code v_anomaly_parts}; empty where it has none
 * @param firstReading start of its first reading; null where it has none
 */
public record JudgedChannel(Channel channel, ZoneId zone, String country, String parts, Instant firstReading) {

    int id() {
        return channel.channelId();
    }

    LocalDate firstDay() {
        return day(firstReading);
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** An empty grid from the first day to {@code through}, inclusive. */
    DayGrid grid(LocalDate through) {
        return DayGrid.empty(zone, channel.interval(), firstDay(),
                (int) ChronoUnit.DAYS.between(firstDay(), through) + 1);
    }
}
