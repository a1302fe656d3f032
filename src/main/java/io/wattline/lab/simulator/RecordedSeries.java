package io.wattline.lab.simulator;

import java.time.Instant;

/**
 * Energy and mean power that a channel has really measured, slot by slot, in millionths of Wh and W; {@link Bin#NONE}
 * where there is no value. In place of a simulated load.
 */
public final class RecordedSeries {

    private final long start;
    private final long step;
    private final long[] energy;
    private final long[] power;

    /**
     * @param start Unix seconds of the first slot
     * @param step  length of a slot in s
     */
    RecordedSeries(long start, long step, long[] energy, long[] power) {
        this.start = start;
        this.step = step;
        this.energy = energy;
        this.power = power;
    }

    /** The register of energy at an instant, millionths of Wh: a slot without a value adds nothing. */
    long register(long instant) {
        long sum = 0;
        for (int i = 0; i < energy.length && start + (i + 1) * step <= instant; i++) {
            sum += energy[i] == Bin.NONE ? 0 : energy[i];
        }
        return sum;
    }

    /** When the series ends. */
    public Instant end() {
        return Instant.ofEpochSecond(start + step * energy.length);
    }

    /** Fills in the slot that starts then; it holds nothing where nothing was recorded. */
    void read(long slot, Bin bin) {
        bin.clear();
        long index = Math.floorDiv(slot - start, step);
        if (index >= 0 && index < energy.length && energy[(int) index] != Bin.NONE) {
            bin.empty = false;
            bin.micros[SimulatedField.E.ordinal()] = energy[(int) index];
            bin.micros[SimulatedField.P.ordinal()] = power[(int) index];
        }
    }
}
