package io.wattline.lab.simulator;

import io.wattline.reading.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;

/**
 * What the API holds of a slot at an instant, with the faults of kind {@link FaultKind#DATA}. A pure function: the
 * same for everybody who asks. A slot is hit by one fault at most.
 */
final class SimulatedHistory {

    /** An instant at which everything late has arrived and everything wrong has been corrected. */
    static final long IN_THE_END = Long.MAX_VALUE / 2;
    private static final ZoneId LACKS_ONLY = ZoneId.of("Europe/London");

    private final Plant plant;
    private final long lateness;
    private final Set<Fault> faults;
    private final List<Amendment> amendments;
    private final long now;

    /**
     * @param lateness   how many seconds after its end a slot comes or changes at the latest
     * @param amendments what is done to chosen slots besides
     * @param now        Unix seconds, or {@link #IN_THE_END}
     */
    SimulatedHistory(Plant plant, long lateness, Set<Fault> faults, List<Amendment> amendments, long now) {
        this.plant = plant;
        this.lateness = lateness;
        this.faults = faults;
        this.amendments = amendments;
        this.now = now;
    }

    /** Fills in the slot of the channel that starts then, Unix seconds, a multiple of the channel's interval. */
    void read(PlantChannel channel, long start, Bin bin) {
        hold(channel, start, bin);
        for (Amendment amendment : amendments) {
            if (bin.holdsValues() && amendment.covers(channel.channelId(), start)) {
                amendment.amend(bin, now);
            }
        }
    }

    private void hold(PlantChannel channel, long start, Bin bin) {
        bin.start(start);
        long length = channel.interval().toSeconds();
        if (!channel.isInstalled(start)
                || start + length > now
                || isStruck(Fault.CHANNEL_ALL_NULL, channel)
                || gap(channel, start) != null) {
            bin.clear();
            return;
        }
        Load.measure(channel, start, start + length, bin);
        if (isStruck(Fault.IDLE_NOISE, channel)) {
            Load.idle(channel, start, bin);
            return;
        }
        if (!catchUp(channel, start, length, bin) && !autumn(channel, start, length, bin)) {
            strike(channel, start, length, bin);
        }
    }

    /** The gap of its gateway that the channel's slot falls into, or null. */
    Interval gap(PlantChannel channel, long start) {
        boolean gaps = faults.contains(Fault.GATEWAY_GAP) || faults.contains(Fault.CATCH_UP_ENERGY);
        return gaps ? SimulatedGaps.at(plant.seed(), channel.gatewayId(), start) : null;
    }

    private boolean isStruck(Fault fault, PlantChannel channel) {
        return faults.contains(fault) && plant.struckBy(fault) == channel;
    }

    private boolean catchUp(PlantChannel channel, long start, long length, Bin bin) {
        Interval gap = faults.contains(Fault.CATCH_UP_ENERGY)
                ? SimulatedGaps.at(plant.seed(), channel.gatewayId(), start - length)
                : null;
        if (gap == null || gap.length().toSeconds() < SimulatedGaps.CATCH_UP_FROM) {
            return false;
        }
        long from = Math.max(gap.start().getEpochSecond(), channel.installed().getEpochSecond());
        for (SimulatedField field : channel.fields()) {
            if (field.kind() == SimulatedField.Kind.COUNTER) {
                bin.micros[field.ordinal()] += Registers.at(channel, field, start) - Registers.at(channel, field, from);
            }
        }
        bin.accumulated = true;
        return true;
    }

    /** The hour before the change holds two hours' energy, the hour after it has no row. */
    private boolean autumn(PlantChannel channel, long start, long length, Bin bin) {
        if (!faults.contains(Fault.AUTUMN_CLOCK_CHANGE)) {
            return false;
        }
        ZoneOffsetTransition change =
                channel.site().zone().getRules().nextTransition(Instant.ofEpochSecond(start - 3600));
        if (change == null || change.isGap() || start + 3600 < change.toEpochSecond()) {
            return false;
        }
        bin.absent = start >= change.toEpochSecond();
        if (bin.absent || channel.site().zone().equals(LACKS_ONLY) || start + 3600 + length > now) {
            return true;
        }
        for (SimulatedField field : channel.fields()) {
            if (field.kind() == SimulatedField.Kind.COUNTER) {
                bin.micros[field.ordinal()] += Registers.at(channel, field, start + 3600 + length)
                        - Registers.at(channel, field, start + 3600);
            }
        }
        bin.accumulated = true;
        return true;
    }

    private void strike(PlantChannel channel, long start, long length, Bin bin) {
        long draw = Hash.of(plant.seed() + channel.channelId(), start);
        long lot = Hash.part(draw, 0, 1000);
        boolean settled = start + length + Hash.part(draw, 16, lateness) < now;
        if (lot < 25) {
            if (faults.contains(Fault.NULL_BINS)) {
                bin.clear();
            }
        } else if (lot < 75) {
            if (faults.contains(Fault.LATE_DATA) && !settled) {
                bin.clear();
            }
        } else if (lot < 125) {
            if (faults.contains(Fault.CORRECTED_HISTORY) && !settled) {
                reduce(bin.micros);
            }
        } else if (lot < 132 && faults.contains(Fault.BAD_VALUES)) {
            ImpossibleReading.drawn(draw >>> 32, channel).plantInto(bin);
        }
    }

    private static void reduce(long[] micros) {
        for (int i = SimulatedField.E.ordinal(); i <= SimulatedField.P3.ordinal(); i++) {
            reduce(micros, i);
        }
        reduce(micros, SimulatedField.EX.ordinal());
    }

    private static void reduce(long[] micros, int i) {
        micros[i] = micros[i] == Bin.NONE ? Bin.NONE : micros[i] / 10_000 * 9_000;
    }
}
