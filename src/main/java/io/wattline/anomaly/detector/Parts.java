package io.wattline.anomaly.detector;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the parts of a channel have read: its phases, or the sub-meters that it feeds. Each group is the sum of its
 * parts in kWh, by cell of the grid; not-a-number where a part has no reading.
 */
public final class Parts {

    private final int cells;
    private final Map<String, double[]> groups = new TreeMap<>();

    Parts(int cells) {
        this.cells = cells;
    }

    /** The cells from {@code from} (inclusive) to {@code to} (exclusive). */
    Parts part(int from, int to) {
        Parts part = new Parts(to - from);
        groups.forEach((name, energies) -> part.groups.put(name, Arrays.copyOfRange(energies, from, to)));
        return part;
    }

    /** Puts a sum in. Two of the same local time, when clocks go back, become their mean, as in {@link DayGrid}. */
    void put(String group, int cell, double energy) {
        double[] energies = groups.computeIfAbsent(group, name -> {
            double[] unknown = new double[cells];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        });
        energies[cell] = Double.isNaN(energies[cell]) ? energy : (energies[cell] + energy) / 2;
    }

    /** Names of the groups, as sentences have them: {@code phases}, {@code sub-meters}. */
    Set<String> groups() {
        return groups.keySet();
    }

    double energy(String group, int cell) {
        return groups.get(group)[cell];
    }
}
