package io.wattline.anomaly;

import io.wattline.anomaly.detector.DayGrid;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/**
 * Series of plausible buildings, made from a seed: a base load, working hours, weekends, a slow season, noise that has
 * a memory.
 */
public final class SyntheticSeries {

    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    public static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private SyntheticSeries() {
    }

    /** An office: busy from 7 to 17 on weekdays, quiet at night and at weekends. Power of a slot as energy in kWh. */
    public static DayGrid office(int days, int slotMinutes, long seed) {
        Random random = new Random(seed);
        DayGrid grid = DayGrid.empty(ZONE, Duration.ofMinutes(slotMinutes), FIRST_DAY, days);
        double base = random.nextDouble(2, 8);
        double busy = random.nextDouble(10, 40);
        double memory = 0;
        for (int day = 0; day < days; day++) {
            LocalDate date = grid.date(day);
            boolean weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
            double season = 1 + 0.1 * Math.cos(2 * Math.PI * date.getDayOfYear() / 365);
            double mood = 1 + 0.03 * random.nextGaussian();
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                double hour = slot * slotMinutes / 60.0;
                double open = weekend ? 0 : 1 / (1 + Math.exp(-3 * (hour - 7))) / (1 + Math.exp(3 * (hour - 17)));
                memory = 0.7 * memory + 0.02 * random.nextGaussian();
                double kw = (base + busy * open * mood) * season * (1 + memory);
                put(grid, day, slot, kw);
            }
        }
        return grid;
    }

    /** Replaces a day by another. */
    public static void copyDay(DayGrid grid, int from, int to) {
        for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
            grid.set(to, slot, grid.energy(from, slot), grid.power(from, slot));
        }
    }

    /** Multiplies the days from {@code from} (inclusive) to {@code to} (exclusive). */
    public static void scale(DayGrid grid, int from, int to, double factor) {
        for (int day = from; day < to; day++) {
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                grid.set(day, slot, grid.energy(day, slot) * factor, grid.power(day, slot) * factor);
            }
        }
    }

    /** Overwrites a slot by a mean power in kW. */
    public static void put(DayGrid grid, int day, int slot, double kw) {
        grid.set(day, slot, kw * grid.slotMinutes() / 60, kw);
    }
}
