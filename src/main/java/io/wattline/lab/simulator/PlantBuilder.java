package io.wattline.lab.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Puts a plant together and numbers its parts: devices from 81000, meters from 71001, channels from 61001. */
final class PlantBuilder {

    /** When everything is installed that has no other date. */
    static final Instant FIRST = Instant.ofEpochSecond(Profile.ORIGIN + 7 * 86_400);

    private static final List<SimulatedField> ONE_PHASE = List.copyOf(EnumSet.of(
            SimulatedField.E,
            SimulatedField.P,
            SimulatedField.V,
            SimulatedField.I,
            SimulatedField.PF,
            SimulatedField.Q,
            SimulatedField.S,
            SimulatedField.F,
            SimulatedField.D));

    private final List<Device> devices = new ArrayList<>();
    private final List<PlantMeter> meters = new ArrayList<>();
    private final List<PlantChannel> channels = new ArrayList<>();
    private final long seed;
    private Instant installed = FIRST;
    private Duration interval = Duration.ofMinutes(15);

    PlantBuilder(long seed) {
        this.seed = seed;
    }

    /** The channels that follow are installed then. */
    void from(Instant instant) {
        installed = instant;
    }

    /** The meters that follow keep slots of this length. */
    void every(Duration length) {
        interval = length;
    }

    Device gateway(Site site) {
        return device(null, site.name() + " gateway", DeviceType.GATEWAY, site);
    }

    PlantMeter meter(Device gateway, DeviceType type, String name, int phases, int volts, long watts) {
        int id = 71_001 + meters.size();
        Device device = device(gateway.deviceId(), name, type, gateway.site());
        PlantMeter meter = new PlantMeter(id, device, phases, volts, watts, interval, Hash.of(seed, id) >>> 8,
                null);
        meters.add(meter);
        return meter;
    }

    /** A channel that shows the whole point, with all fields of its device type. */
    void whole(PlantMeter meter, String name) {
        channel(meter, name, 0, List.copyOf(meter.device().type().fields()), false);
    }

    /** A channel that shows one phase, 1 to 3; 0 for a point that has only one. */
    void onePhase(PlantMeter meter, String name, int phase) {
        channel(meter, name, phase, ONE_PHASE, false);
    }

    void dead(PlantMeter meter, String name) {
        channel(meter, name, 0, List.copyOf(meter.device().type().fields()), true);
    }

    void channel(PlantMeter meter, String name, int phase, List<SimulatedField> fields, boolean dead) {
        channels.add(new PlantChannel(61_001 + channels.size(), name, meter, phase, fields, installed, null, dead));
    }

    Plant build(List<Site> sites) {
        return Plant.of(sites, devices, meters, channels, seed);
    }

    private Device device(Integer parent, String name, DeviceType type, Site site) {
        Device device = new Device(81_000 + devices.size(), parent, name, type, site);
        devices.add(device);
        return device;
    }
}
