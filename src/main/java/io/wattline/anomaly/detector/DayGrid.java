package io.wattline.anomaly.detector;

import io.wattline.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The readings of a channel by local day and slot of the day. Energy in kWh of the slot, power in kW; not-a-number
 * where no reading is to be learned from. The order in which readings are put in does not matter.
 */
public final class DayGrid {

    private static final int DAY_MINUTES = 24 * 60;

    private final ZoneId zone;
    private final int slotMinutes;
    private final LocalDate firstDay;
    private final int days;
    private final double[] energyKwh;
    private final double[] powerKw;
    private final Parts parts;

    private DayGrid(ZoneId zone, int slotMinutes, LocalDate firstDay, int days, double[] energyKwh, double[] powerKw,
            Parts parts) {
        this.zone = zone;
        this.slotMinutes = slotMinutes;
        this.firstDay = firstDay;
        this.days = days;
        this.energyKwh = energyKwh;
        this.powerKw = powerKw;
        this.parts = parts;
    }

    /**
     * An empty grid of whole local days; an interval that does not divide a day is an {@link IllegalArgumentException}.
     */
    public static DayGrid empty(ZoneId zone, Duration interval, LocalDate firstDay, int days) {
        long minutes = interval.toMinutes();
        if (minutes < 1 || DAY_MINUTES % minutes != 0 || minutes > 4 * 60) {
            throw new IllegalArgumentException("interval " + Durations.text(interval)
                    + " cannot be judged; allowed: 1 minute to 4 hours, "
                    + "and a whole number of them a day");
        }
        int cells = days * (int) (DAY_MINUTES / minutes);
        double[] unknown = new double[cells];
        Arrays.fill(unknown, Double.NaN);
        return new DayGrid(zone, (int) minutes, firstDay, days, unknown, unknown.clone(), new Parts(cells));
    }

    /** A grid whose own readings can be changed without changing this one; the parts are shared. */
    public DayGrid copy() {
        return new DayGrid(zone, slotMinutes, firstDay, days, energyKwh.clone(), powerKw.clone(), parts);
    }

    /** The days from {@code from} (inclusive) to {@code to} (exclusive). */
    public DayGrid part(int from, int to) {
        int slots = slotsPerDay();
        return new DayGrid(zone, slotMinutes, firstDay.plusDays(from), to - from,
                Arrays.copyOfRange(energyKwh, from * slots, to * slots),
                Arrays.copyOfRange(powerKw, from * slots, to * slots), parts.part(from * slots, to * slots));
    }

    /**
     * Puts a reading in. Two readings of the same local time, when clocks go back, become their mean. Others are
     * ignored.
     */
    public void put(Instant start, double energy, double power) {
        int cell = cell(start);
        if (cell >= 0) {
            energyKwh[cell] = Double.isNaN(energyKwh[cell]) ? energy : (energyKwh[cell] + energy) / 2;
            powerKw[cell] = Double.isNaN(powerKw[cell]) ? power : (powerKw[cell] + power) / 2;
        }
    }

    /** The same for the sum of a group of parts, in kWh; not-a-number where one of them has no reading. */
    public void putPart(String group, Instant start, double energy) {
        int cell = cell(start);
        if (cell >= 0) {
            parts.put(group, cell, energy);
        }
    }

    /** Number of the cell of an instant; -1 where it is none of these days. */
    private int cell(Instant start) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        long day = ChronoUnit.DAYS.between(firstDay, local.toLocalDate());
        int slot = local.toLocalTime().toSecondOfDay() / 60 / slotMinutes;
        return day >= 0 && day < days ? (int) day * slotsPerDay() + slot : -1;
    }

    Parts parts() {
        return parts;
    }

    /** Overwrites a cell. */
    public void set(int day, int slot, double energy, double power) {
        energyKwh[day * slotsPerDay() + slot] = energy;
        powerKw[day * slotsPerDay() + slot] = power;
    }

    public double energy(int day, int slot) {
        return energyKwh[day * slotsPerDay() + slot];
    }

    public double power(int day, int slot) {
        return powerKw[day * slotsPerDay() + slot];
    }

    public int slotsPerDay() {
        return DAY_MINUTES / slotMinutes;
    }

    public int slotMinutes() {
        return slotMinutes;
    }

    /** How many slots a length of time has, at least one. */
    public int slots(Duration length) {
        return (int) Math.max(1, length.toMinutes() / slotMinutes);
    }

    public int days() {
        return days;
    }

    public LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    public ZoneId zone() {
        return zone;
    }

    /** The instant at which a slot starts; a local time that the clock skips starts where it goes on. */
    public Instant start(int day, int slot) {
        LocalDateTime local = date(day).atStartOfDay().plusMinutes((long) slot * slotMinutes);
        ZoneOffset offset = zone.getRules().getOffset(local);
        return local.toInstant(offset);
    }
}
