package io.wattline.lab.simulator;

import java.util.Arrays;

/**
 * Bins of any start and length, from what {@link SimulatedHistory} holds: a slot, several together, or a part of one.
 * One for each response.
 */
final class Bins {

    private static final SimulatedField[] FIELDS = SimulatedField.values();
    private static final long ROLL_UP = 1800;

    private final SimulatedHistory history;
    private final PlantChannel channel;
    private final long slotLength;
    private final boolean fromRollUp;
    private final Bin slot = new Bin();
    private final long[] sums = new long[SimulatedField.COUNT];
    private final int[] counts = new int[SimulatedField.COUNT];

    Bins(SimulatedHistory history, PlantChannel channel, boolean fromRollUp) {
        this.history = history;
        this.channel = channel;
        this.slotLength = channel.interval().toSeconds();
        this.fromRollUp = fromRollUp && slotLength < ROLL_UP;
    }

    /** Fills in the bin. */
    void read(long start, long length, Bin bin) {
        boolean onGrid = start % slotLength == 0;
        if (onGrid && length == slotLength) {
            if (fromRollUp) {
                share(start, length, bin);
            } else {
                history.read(channel, start, bin);
            }
        } else if (onGrid && length % slotLength == 0) {
            together(start, length, bin);
        } else {
            part(start, length, bin);
        }
    }

    /** Counters add up, instants are means; what is bad in one slot is bad in the whole, but the timestamp is right. */
    private void together(long start, long length, Bin bin) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (long at = start; at < start + length; at += slotLength) {
            history.read(channel, at, slot);
            for (int i = 0; slot.holdsValues() && i < sums.length; i++) {
                if (slot.micros[i] != Bin.NONE) {
                    sums[i] += slot.micros[i];
                    counts[i]++;
                }
            }
        }
        bin.start(start);
        bin.empty = true;
        for (int i = 0; i < sums.length; i++) {
            bin.micros[i] = counts[i] == 0
                    ? Bin.NONE
                    : FIELDS[i].kind() == SimulatedField.Kind.COUNTER ? sums[i] : sums[i] / counts[i];
            bin.empty &= counts[i] == 0;
        }
    }

    /** Off the grid: as measured, unless the slot around it holds nothing. */
    private void part(long start, long length, Bin bin) {
        history.read(channel, Math.floorDiv(start, slotLength) * slotLength, slot);
        bin.start(start);
        if (slot.holdsValues()) {
            Load.measure(channel, start, start + length, bin);
        } else {
            bin.clear();
        }
    }

    private void share(long start, long length, Bin bin) {
        together(Math.floorDiv(start, ROLL_UP) * ROLL_UP, ROLL_UP, bin);
        bin.ts = start;
        for (int i = 0; i < sums.length; i++) {
            if (bin.micros[i] != Bin.NONE && FIELDS[i].kind() == SimulatedField.Kind.COUNTER) {
                bin.micros[i] = bin.micros[i] * length / ROLL_UP;
            }
        }
    }
}
