package io.wattline.reading;

import io.wattline.channel.Channel;
import java.time.Duration;
import java.time.Instant;

/** The slots that a poll reads, and how far it has come. Its windows follow each other without a hole. */
final class PollRange {

    private final Duration slot;
    private final Instant end;
    private Instant next;

    /** The whole slots of the channel between two instants, as far as it was installed; empty where there is none. */
    PollRange(Channel channel, Instant from, Instant to) {
        this.slot = channel.interval();
        this.next = Slots.firstStart(channel, from);
        this.end = Slots.lastEnd(channel, to);
    }

    boolean isRead() {
        return !next.isBefore(end);
    }

    /** The next slots: as many as fit into the length, at least one. */
    Interval next(Duration longest) {
        Instant fitting = Interval.floor(next.plus(longest), slot);
        Instant stop = fitting.isAfter(next) ? fitting : next.plus(slot);
        return new Interval(next, stop.isAfter(end) ? end : stop);
    }

    /** Whether slots follow after the window. */
    boolean continuesAfter(Interval window) {
        return window.end().isBefore(end);
    }

    /** What is not read yet. */
    Interval rest() {
        return new Interval(next, end);
    }

    void read(Interval window) {
        next = window.end();
    }
}
