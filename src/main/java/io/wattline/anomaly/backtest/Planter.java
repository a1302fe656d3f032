package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Robust;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Plants a fault somewhere in a series where there is history enough before it, and where it changes anything. */
final class Planter {

    static final int HISTORY_DAYS = 42;
    private static final int AFTER_DAYS = 4;
    private static final int DAYS = 28;
    private static final int TRIES = 40;
    private static final int QUIET_HOURS = 6;

    private final Random random;

    Planter(long seed) {
        this.random = new Random(seed);
    }

    Optional<PlantedFault> plant(DayGrid grid, PlantedKind kind, double size) {
        int perHour = Math.max(1, grid.slotsPerDay() / 24);
        int length = Math.max(1, kind == PlantedKind.SPIKE ? 1 : kind.hours(size) * perHour);
        int first = HISTORY_DAYS * grid.slotsPerDay();
        int room = (grid.days() - AFTER_DAYS) * grid.slotsPerDay() - length - first;
        for (int i = 0; i < TRIES && room > 0; i++) {
            int from = first + random.nextInt(room);
            if (length > 24 * perHour) {
                from -= from % grid.slotsPerDay();
            }
            if (hasReadings(grid, from, length)) {
                PlantedFault planted = new PlantedFault(kind, size, grid.copy(), from, from + length);
                apply(planted);
                if (FaultVisibility.isVisible(grid, planted)) {
                    return Optional.of(planted);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasReadings(DayGrid grid, int from, int length) {
        int history = DAYS * grid.slotsPerDay();
        return CellValues.share(grid, from, from + length) > 0.9 && CellValues.share(grid, from - history, from) > 0.9;
    }

    private static void apply(PlantedFault planted) {
        DayGrid grid = planted.grid();
        DayGrid before = grid.copy();
        int slots = grid.slotsPerDay();
        IntToDoubleFunction value = value(before, planted);
        for (int cell = planted.fromCell(); cell < planted.toCell(); cell++) {
            if (!Double.isNaN(CellValues.energy(before, cell))) {
                double energy = value.applyAsDouble(cell);
                grid.set(cell / slots, cell % slots, energy, energy * 60 / grid.slotMinutes());
            }
        }
    }

    /** What the fault makes of a cell. */
    private static IntToDoubleFunction value(DayGrid before, PlantedFault planted) {
        double size = planted.size();
        int from = planted.fromCell();
        double slots = before.slotsPerDay();
        return switch (planted.kind()) {
            case SPIKE -> constant(peak(before, from / before.slotsPerDay()) * size);
            case ZERO_RUN -> constant(0);
            case FREEZE -> constant(CellValues.energy(before, from));
            case LEVEL, LOST_PHASE -> cell -> CellValues.energy(before, cell) * size;
            case DRIFT -> cell -> CellValues.energy(before, cell) * (1 + size * (cell - from) / slots);
            case NIGHT_LOAD -> night(before, planted);
            case CLOCK -> cell -> CellValues.energy(before, cell - (int) Math.round(size * 60 / before.slotMinutes()));
        };
    }

    private static IntToDoubleFunction constant(double energy) {
        return cell -> energy;
    }

    /** What nine of ten of the last 28 days do not exceed in any slot. */
    private static double peak(DayGrid grid, int day) {
        double[] peaks = new double[DAYS];
        for (int ago = 1; ago <= peaks.length; ago++) {
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                double energy = grid.energy(day - ago, slot);
                peaks[ago - 1] = energy > peaks[ago - 1] ? energy : peaks[ago - 1];
            }
        }
        return Robust.quantile(peaks, 0.9);
    }

    /** Load in the quietest hours, unsteady by a tenth. */
    private static IntToDoubleFunction night(DayGrid grid, PlantedFault planted) {
        int slots = grid.slotsPerDay();
        int width = QUIET_HOURS * slots / 24;
        int quiet = quietest(grid, planted.fromCell() / slots, width);
        double load = planted.size() * CellValues.mean(grid, planted.fromCell() - DAYS * slots, planted.fromCell());
        Random jitter = new Random(planted.fromCell());
        return cell -> CellValues.energy(grid, cell)
                + (Math.floorMod(cell - quiet, slots) < width ? load * jitter.nextDouble(0.9, 1.1) : 0);
    }

    /** First of the slots in a row that had least energy in the weeks before a day. */
    private static int quietest(DayGrid grid, int day, int width) {
        int slots = grid.slotsPerDay();
        double[] usual = new double[slots];
        for (int slot = 0; slot < slots; slot++) {
            double[] sample = new double[DAYS];
            for (int ago = 1; ago <= DAYS; ago++) {
                sample[ago - 1] = grid.energy(day - ago, slot);
            }
            usual[slot] = Robust.median(sample);
        }
        int quiet = 0;
        double least = Double.MAX_VALUE;
        for (int from = 0; from < slots; from++) {
            double sum = 0;
            for (int slot = from; slot < from + width; slot++) {
                sum += usual[slot % slots];
            }
            quiet = sum < least ? from : quiet;
            least = Math.min(least, sum);
        }
        return quiet;
    }
}
