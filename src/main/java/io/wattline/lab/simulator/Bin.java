package io.wattline.lab.simulator;

import java.util.Arrays;

/** One bin of a response; filled again for each row, because a response has thousands. */
final class Bin {

    /** No value. */
    static final long NONE = Long.MIN_VALUE;

    /** What {@code ts} says: the bin's start, Unix seconds, unless it is {@link ImpossibleReading}. */
    long ts;
    /** Values by {@link SimulatedField#ordinal()}, millionths of {@link SimulatedField#unit()}, or {@link #NONE}. */
    final long[] micros = new long[SimulatedField.COUNT];
    /** All values are null. */
    boolean empty;
    /** There is no row at all. */
    boolean absent;
    /** The energy is that of more than this bin: catch-up after a gap, or two hours at the autumn change. */
    boolean accumulated;
    /** What is wrong with it, or null. */
    ImpossibleReading bad;

    void start(long start) {
        ts = start;
        empty = false;
        absent = false;
        accumulated = false;
        bad = null;
    }

    void clear() {
        Arrays.fill(micros, NONE);
        empty = true;
    }

    /** Counters and power, phases too, become so many thousandths of what they are. */
    void scale(int permille) {
        for (int i = SimulatedField.E.ordinal(); i <= SimulatedField.P3.ordinal(); i++) {
            micros[i] = micros[i] == NONE ? NONE : micros[i] / 1000 * permille + micros[i] % 1000 * permille / 1000;
        }
    }

    boolean holdsValues() {
        return !empty && !absent;
    }
}
