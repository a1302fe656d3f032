package io.wattline.lab.simulator;

import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the API holds in the end, with the faults that are on when one asks: after late data has come, after corrections
 * and {@link Amendments}, at the channel's own resolution. Faults of the way (sessions, passing ones, the form of
 * answers) change nothing in it. The conversion into our units is written here and nowhere else used.
 */
public final class Truth {

    private final Plant plant;
    private final SimulatedFaults faults;
    private final Amendments amendments;
    private final long lateness;

    Truth(Plant plant, SimulatedFaults faults, Amendments amendments, long lateness) {
        this.plant = plant;
        this.faults = faults;
        this.amendments = amendments;
        this.lateness = lateness;
    }

    /** An impossible reading in a slot, and the {@code ts} that it comes with: null where {@code ts} is null. */
    public record BadReading(Instant slot, ImpossibleReading bad, Instant reported) {
    }

    /**
     * The good readings that start within the interval, by start: values by {@link Column#ordinal()} in our units, NaN
     * where there is none. Empty for a channel that is dead or that a fault keeps from us (402, 403, 404). Doubles are
     * the nearest to the exact decimal; a client that multiplies may be an ulp away.
     */
    public Map<Instant, double[]> readings(int channelId, Interval interval) {
        Map<Instant, double[]> readings = new TreeMap<>();
        Set<SimulatedField> fields = ChannelAccess.fields(plant.channel(channelId), plant, faults.now());
        walk(channelId, interval, (slot, bin) -> {
            if (bin.holdsValues() && bad(channelId, bin) == null) {
                readings.put(slot, values(bin, fields));
            }
        });
        return readings;
    }

    /** The readings of which one value alone is impossible, like {@link #readings}, with NaN for that value. */
    public Map<Instant, double[]> partial(int channelId, Interval interval) {
        Map<Instant, double[]> readings = new TreeMap<>();
        Set<SimulatedField> fields = ChannelAccess.fields(plant.channel(channelId), plant, faults.now());
        boolean unitUnknown = isUnitUnknown(channelId);
        walk(channelId, interval, (slot, bin) -> {
            if (bin.holdsValues() && bin.bad != null && bin.bad.isOfOneValue() && !unitUnknown) {
                Set<SimulatedField> good = EnumSet.copyOf(fields);
                good.remove(bin.bad.field());
                readings.put(slot, values(bin, good));
            }
        });
        return readings;
    }

    /** The impossible readings in slots that start within the interval, by slot. */
    public Map<Instant, BadReading> badReadings(int channelId, Interval interval) {
        Map<Instant, BadReading> readings = new TreeMap<>();
        walk(channelId, interval, (slot, bin) -> {
            ImpossibleReading bad = bin.holdsValues() ? bad(channelId, bin) : null;
            if (bad != null) {
                readings.put(
                        slot,
                        new BadReading(
                                slot,
                                bad,
                                bin.bad == ImpossibleReading.TIMESTAMP_MISSING ? null : Instant.ofEpochSecond(bin.ts)));
            }
        });
        return readings;
    }

    /** The slots within the interval that hold nothing: bins of nulls and missing rows, before the installation too. */
    public Set<Instant> empty(int channelId, Interval interval) {
        return slots(channelId, interval, bin -> !bin.holdsValues());
    }

    /**
     * The readings, good by themselves, whose energy is that of more than their slot: after a gap, and at the autumn
     * change.
     */
    public Set<Instant> accumulated(int channelId, Interval interval) {
        return slots(channelId, interval, bin -> bin.holdsValues() && bin.accumulated);
    }

    /**
     * Energy by the register over any interval in which the channel is installed, kWh: what a sum check must find, gaps
     * or not.
     */
    public double energyKwh(int channelId, Interval interval) {
        PlantChannel channel = plant.channel(channelId);
        return (Registers.at(channel, SimulatedField.E, interval.end().getEpochSecond())
                        - Registers.at(
                                channel, SimulatedField.E, interval.start().getEpochSecond()))
                / 1e9;
    }

    private ImpossibleReading bad(int channelId, Bin bin) {
        return bin.bad == null && isUnitUnknown(channelId) ? ImpossibleReading.UNIT_UNKNOWN : bin.bad;
    }

    private boolean isUnitUnknown(int channelId) {
        PlantChannel victim = plant.struckBy(Fault.UNKNOWN_UNIT);
        return faults.areOn(Fault.UNKNOWN_UNIT)
                && victim.channelId() == channelId
                && victim.fields().contains(SimulatedField.P);
    }

    private Set<Instant> slots(int channelId, Interval interval, Predicate<Bin> wanted) {
        Set<Instant> slots = new TreeSet<>();
        walk(channelId, interval, (slot, bin) -> {
            if (wanted.test(bin)) {
                slots.add(slot);
            }
        });
        return slots;
    }

    private interface Visitor {
        void visit(Instant slot, Bin bin);
    }

    private void walk(int channelId, Interval interval, Visitor visitor) {
        PlantChannel channel = plant.channel(channelId);
        Set<Fault> now = faults.now();
        if (channel == null || !ChannelAccess.isReadable(channel, plant, now)) {
            return;
        }
        SimulatedHistory history =
                new SimulatedHistory(plant, lateness, now, amendments.now(), SimulatedHistory.IN_THE_END);
        Bin bin = new Bin();
        Instant slot = Interval.ceiling(interval.start(), channel.interval());
        for (; slot.isBefore(interval.end()); slot = slot.plus(channel.interval())) {
            history.read(channel, slot.getEpochSecond(), bin);
            visitor.visit(slot, bin);
        }
    }

    private static double[] values(Bin bin, Set<SimulatedField> fields) {
        double[] values = new double[Column.values().length];
        Arrays.fill(values, Double.NaN);
        for (SimulatedField field : fields) {
            Column column = TruthColumn.of(field);
            if (column != null && bin.micros[field.ordinal()] != Bin.NONE) {
                values[column.ordinal()] = bin.micros[field.ordinal()] / TruthColumn.micros(field);
            }
        }
        return values;
    }
}
