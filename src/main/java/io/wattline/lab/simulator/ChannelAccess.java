package io.wattline.lab.simulator;

import java.util.EnumSet;
import java.util.Set;

/** What can be had of a channel with the faults that are on. */
final class ChannelAccess {

    private ChannelAccess() {
    }

    /** Whether the channel exists for this account. */
    static boolean isVisible(PlantChannel channel, Plant plant, Set<Fault> faults) {
        return !isStruck(Fault.CHANNEL_VANISHES, channel, plant, faults);
    }

    /** Whether its readings can be had at all. */
    static boolean isReadable(PlantChannel channel, Plant plant, Set<Fault> faults) {
        return !channel.dead()
                && isVisible(channel, plant, faults)
                && !isStruck(Fault.SUBSCRIPTION_ENDED, channel, plant, faults)
                && !isStruck(Fault.FORBIDDEN, channel, plant, faults);
    }

    /** The fields that it really has. */
    static Set<SimulatedField> fields(PlantChannel channel, Plant plant, Set<Fault> faults) {
        Set<SimulatedField> fields = EnumSet.noneOf(SimulatedField.class);
        if (channel != null) {
            fields.addAll(channel.fields());
            if (isStruck(Fault.FIELD_MISSING, channel, plant, faults)) {
                fields.remove(channel.fields().get(channel.fields().size() - 1));
            }
        }
        return fields;
    }

    static boolean isStruck(Fault fault, PlantChannel channel, Plant plant, Set<Fault> faults) {
        return faults.contains(fault) && plant.struckBy(fault) == channel;
    }
}
