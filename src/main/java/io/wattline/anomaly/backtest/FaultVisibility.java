package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.DayGrid;

/** Whether a planted fault changes anything that a person could see. */
final class FaultVisibility {

    private FaultVisibility() {
    }

    /**
     * How far days of the four weeks before differ from the same days a week earlier, over as long a time as the fault
     * lasts.
     */
    private static double usualChange(DayGrid grid, PlantedFault planted) {
        int week = 7 * grid.slotsPerDay();
        double changed = 0;
        for (int cell = planted.fromCell() - 3 * week; cell < planted.fromCell(); cell++) {
            double change = Math.abs(CellValues.energy(grid, cell) - CellValues.energy(grid, cell - week));
            changed += Double.isNaN(change) ? 0 : change;
        }
        return changed * (planted.toCell() - planted.fromCell()) / (3.0 * week);
    }

    /** A zero while nothing runs, or a moved day that is the same at all hours, is no fault that anybody could see. */
    static boolean isVisible(DayGrid grid, PlantedFault planted) {
        double mean = CellValues.mean(grid, planted.fromCell() - 28 * grid.slotsPerDay(), planted.fromCell());
        double changed = 0;
        double used = 0;
        for (int cell = planted.fromCell(); cell < planted.toCell(); cell++) {
            double old = CellValues.energy(grid, cell);
            changed += Double.isNaN(old) ? 0 : Math.abs(CellValues.energy(planted.grid(), cell) - old);
            used += Double.isNaN(old) ? 0 : old;
        }
        int length = planted.toCell() - planted.fromCell();
        return switch (planted.kind()) {
            case ZERO_RUN -> used > 0.5 * mean * length;
            case FREEZE -> CellValues.energy(planted.grid(), planted.fromCell()) > 0.05 * mean;
            case CLOCK -> changed > Math.max(0.2 * mean * length, 1.5 * usualChange(grid, planted));
            case LEVEL, LOST_PHASE, DRIFT -> used > 0.2 * mean * length;
            case SPIKE, NIGHT_LOAD -> mean > 0;
        };
    }
}
