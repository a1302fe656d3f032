package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.DayGrid;

/** Energies of a grid by cell, counted from the first slot of the first day; ends are exclusive. */
final class CellValues {

    private CellValues() {
    }

    /** Share of the cells that have a reading. */
    static double share(DayGrid grid, int from, int to) {
        int known = 0;
        for (int cell = from; cell < to; cell++) {
            known += Double.isNaN(energy(grid, cell)) ? 0 : 1;
        }
        return known / (double) (to - from);
    }

    static double energy(DayGrid grid, int cell) {
        return grid.energy(Math.floorDiv(cell, grid.slotsPerDay()), Math.floorMod(cell, grid.slotsPerDay()));
    }

    static double mean(DayGrid grid, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int cell = from; cell < to; cell++) {
            double energy = energy(grid, cell);
            if (!Double.isNaN(energy)) {
                sum += energy;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }
}
