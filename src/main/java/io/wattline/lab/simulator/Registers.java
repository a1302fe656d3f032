package io.wattline.lab.simulator;

/**
 * What the counters of a channel show at an instant, in millionths of their unit: they never fall, and they go on while
 * nobody reads them.
 */
final class Registers {

    private Registers() {
    }

    /** The register of a counter at an instant, millionths. */
    static long at(PlantChannel channel, SimulatedField field, long instant) {
        PlantMeter meter = channel.meter();
        if (meter.recorded() != null) {
            return meter.recorded().register(instant);
        }
        if (meter.device().type() == DeviceType.BIDIRECTIONAL) {
            return field == SimulatedField.EX ? exported(meter, instant) : standby(meter, instant);
        }
        return switch (field) {
            case E1, E2, E3 -> phase(meter, field.ordinal() - SimulatedField.E1.ordinal(), instant);
            case RE -> energy(channel, instant) * 3 / 10;
            default -> energy(channel, instant);
        };
    }

    private static long energy(PlantChannel channel, long instant) {
        if (channel.phase() > 0) {
            return phase(channel.meter(), channel.phase() - 1, instant);
        }
        long sum = 0;
        for (int phase = 0; phase < channel.meter().phases(); phase++) {
            sum += phase(channel.meter(), phase, instant);
        }
        return sum;
    }

    static long phase(PlantMeter meter, int phase, long instant) {
        return 1000
                * Profile.WORKS.register(
                        instant + meter.device().site().standardOffset(), meter.watts(phase), meter.seed() + phase);
    }

    static long exported(PlantMeter meter, long instant) {
        return 1000
                * Profile.SUN.register(instant + meter.device().site().standardOffset(), meter.watts(), meter.seed());
    }

    static long standby(PlantMeter meter, long instant) {
        return 1000 * Profile.FLAT.register(instant, 8, meter.seed());
    }
}
