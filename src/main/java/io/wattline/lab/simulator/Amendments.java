package io.wattline.lab.simulator;

import io.wattline.reading.Interval;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done to chosen slots; it can be changed while the simulator runs, from any thread. Of two for one slot the
 * later one comes after the first.
 */
public final class Amendments {

    private volatile List<Amendment> all = List.of();

    /** The slots never arrive. */
    public Amendments drop(int channelId, Interval interval) {
        return add(new Amendment(channelId, interval, Amendment.Kind.DROP, Instant.EPOCH, 1000));
    }

    /** The slots arrive at {@code until}. */
    public Amendments delay(int channelId, Interval interval, Instant until) {
        return add(new Amendment(channelId, interval, Amendment.Kind.DELAY, until, 1000));
    }

    /** From {@code at} on, counters and power of the slots are {@code permille} of what was measured. */
    public Amendments correct(int channelId, Interval interval, Instant at, int permille) {
        return add(new Amendment(channelId, interval, Amendment.Kind.CORRECT, at, permille));
    }

    /** From {@code at} on the slots hold nothing any more. */
    public Amendments vanish(int channelId, Interval interval, Instant at) {
        return add(new Amendment(channelId, interval, Amendment.Kind.VANISH, at, 1000));
    }

    public synchronized Amendments add(Amendment amendment) {
        return set(Stream.concat(all.stream(), Stream.of(amendment)).toList());
    }

    /** Exactly these from now on. */
    public synchronized Amendments set(List<Amendment> amendments) {
        all = List.copyOf(amendments);
        return this;
    }

    /** What is done now. */
    public List<Amendment> now() {
        return all;
    }
}
