package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.DayGrid;

/**
 * A series with one fault in it.
 *
 * @param fromCell first slot of the fault, inclusive
 * @param toCell   its end, exclusive
 */
record PlantedFault(PlantedKind kind, double size, DayGrid grid, int fromCell, int toCell) {
}
