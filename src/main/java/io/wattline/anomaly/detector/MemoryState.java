package io.wattline.anomaly.detector;

import java.util.List;
import java.util.Map;

/**
 * A {@link DetectorMemory} as it is stored between two runs.
 *
 * @param rings       numbers that are remembered beside the scores, by name
 * @param scores      of the last eight weeks
 * @param running     whether an anomaly goes on
 * @param levels      open changes of level, the latest first
 * @param changedFrom first day that the latest change of the open levels is about
 */
public record MemoryState(Map<String, Numbers> rings, Numbers scores, boolean running, List<Level> levels,
        int changedFrom) {

    /**
     * @param length how many are remembered
     * @param values the oldest first
     */
    public record Numbers(int length, double[] values) {
    }

    /**
     * @param fromDay   first day of the new level
     * @param logRatio  natural logarithm of the ratio to the reference
     * @param reference for each weekday, energy of each hour before the change
     */
    public record Level(int fromDay, double logRatio, double[][] reference, Cause cause) {
    }
}
