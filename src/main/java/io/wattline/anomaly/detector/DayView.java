package io.wattline.anomaly.detector;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/**
 * What a detector may see on the day that it judges: that day and the days before it. Days are counted backwards: 0 is
 * the judged day, 1 the day before. There is no way to ask for a later one.
 */
public final class DayView {

    private final DayGrid grid;
    private final int today;
    private final Expectations expectations;

    DayView(DayGrid grid, int today, Expectations expectations) {
        this.grid = grid;
        this.today = today;
        this.expectations = expectations;
    }

    public int today() {
        return today;
    }

    public LocalDate date(int daysAgo) {
        return grid.date(today - known(daysAgo));
    }

    /** Whether the history reaches so far back. */
    public boolean reaches(int daysAgo) {
        return daysAgo >= 0 && daysAgo <= today;
    }

    /** Energy of a slot in kWh; not-a-number where there is none or the history does not reach. */
    public double energy(int daysAgo, int slot) {
        return known(daysAgo) > today ? Double.NaN : grid.energy(today - daysAgo, slot);
    }

    /** Whether the source has no reading of a slot; one that is not learned from is not missing. */
    public boolean isMissing(int daysAgo, int slot) {
        return known(daysAgo) > today || expectations.isMissing(today - daysAgo, slot);
    }

    /** As it was read, also while a level is wrong. */
    double rawEnergy(int daysAgo, int slot) {
        return known(daysAgo) > today ? Double.NaN : expectations.raw().energy(today - daysAgo, slot);
    }

    /** The groups of parts that the channel has. */
    Set<String> partGroups() {
        return expectations.raw().parts().groups();
    }

    /** Sum of a group of parts in kWh. */
    double partEnergy(String group, int daysAgo, int slot) {
        return known(daysAgo) > today ? Double.NaN : expectations.raw().parts().energy(group, cell(daysAgo, slot));
    }

    /** Mean power of a slot in kW. */
    public double power(int daysAgo, int slot) {
        return known(daysAgo) > today ? Double.NaN : grid.power(today - daysAgo, slot);
    }

    /** Number of a slot, counted from the first slot of the first day. */
    public int cell(int daysAgo, int slot) {
        return (today - known(daysAgo)) * slots() + slot;
    }

    public int slots() {
        return grid.slotsPerDay();
    }

    public int slotMinutes() {
        return grid.slotMinutes();
    }

    public int slots(Duration length) {
        return grid.slots(length);
    }

    /** What was expected of a day from the days before it. */
    public Expected expected(int daysAgo) {
        return expectations.of(today - known(daysAgo));
    }

    /** Whether a day has readings in three slots of four. */
    public boolean isMeasured(int daysAgo) {
        return known(daysAgo) <= today && expectations.measured(today - daysAgo) * 4 >= 3 * slots();
    }

    /** Energy of each hour in kWh (of each slot where slots are longer), scaled where a slot of it is missing. */
    public double[] hours(int daysAgo) {
        return expectations.hours(today - known(daysAgo));
    }

    /** Sum of the slots of a day that have a reading. */
    public double total(int daysAgo) {
        return Arrays.stream(hours(daysAgo)).filter(hour -> !Double.isNaN(hour)).sum();
    }

    private static int known(int daysAgo) {
        if (daysAgo < 0) {
            throw new IllegalArgumentException("day " + -daysAgo
                    + " after the judged one: a detector sees no later day");
        }
        return daysAgo;
    }
}
