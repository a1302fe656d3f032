package io.wattline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts plants together. */
final class Installation {

    private static final Instant FIRST = Instant.ofEpochSecond(Profile.ORIGIN + 7 * 86_400);
    private static final Site PARENT = new Site(23271, null, "Example Holdings", ZoneId.of("Europe/London"), "United Kingdom", "GBP", 50);
    private static final Site MILL = new Site(23272, 23271, "Example Mill", ZoneId.of("Europe/London"), "United Kingdom", "GBP", 50);
    private static final Site BREWERY = new Site(23273, 23271, "Nørrebro Brewery", ZoneId.of("Europe/Copenhagen"), "Denmark", "DKK", 50);
    private static final Site BOTTLING = new Site(23274, 23271, "Bottling \"East\" <1>", ZoneId.of("America/New_York"), "United States", "USD", 60);
    private static final Set<Field> ONE_PHASE = EnumSet.of(Field.E, Field.P, Field.V, Field.I, Field.PF, Field.Q, Field.S, Field.F, Field.D);

    private final List<Device> devices = new ArrayList<>();
    private final List<PlantMeter> meters = new ArrayList<>();
    private final List<PlantChannel> channels = new ArrayList<>();
    private final long seed;
    private Instant installed = FIRST;
    private Duration interval = Duration.ofMinutes(15);

    private Installation(long seed) {
        this.seed = seed;
    }

    static Plant installation(long seed, Instant newest) {
        Installation plant = new Installation(seed);
        plant.mill(plant.gateway(MILL));
        Device brewery = plant.gateway(BREWERY);
        plant.brewery(brewery, newest);
        plant.bottling(plant.gateway(BOTTLING));
        plant.taproom(brewery);
        return Plant.of(List.of(PARENT, MILL, BREWERY, BOTTLING), plant.devices, plant.meters, plant.channels, seed);
    }

    static Plant uniform(int count, long seed, int fields) {
        if (count < 1 || fields < 1 || fields > DeviceType.METERING_POINT.fields().size()) {
            throw new IllegalArgumentException("Plant of " + count + " channels with " + fields + " fields; allowed: 1 channel or more, 1 to "
                    + DeviceType.METERING_POINT.fields().size() + " fields. No plant is made.");
        }
        Installation plant = new Installation(seed);
        List<Site> sites = List.of(MILL, BREWERY, BOTTLING);
        List<Field> offered = DeviceType.METERING_POINT.fields().stream().limit(fields).toList();
        Device gateway = null;
        for (int i = 0; i < count; i++) {
            gateway = i % 20 == 0 ? plant.gateway(sites.get(i / 20 % 3)) : gateway;
            plant.channel(plant.meter(gateway, DeviceType.METERING_POINT, "LINE " + (i + 1), 3, 230, 12_000 + 600 * (i % 20)), "LINE " + (i + 1), 0, offered, false);
        }
        return Plant.of(List.of(PARENT, MILL, BREWERY, BOTTLING), plant.devices, plant.meters, plant.channels, seed);
    }

    /** One point in four views, a chiller, the sun, a room, and what has been dead for years. */
    private void mill(Device gateway) {
        PlantMeter incomer = meter(gateway, DeviceType.METERING_POINT, "Meter 1", 3, 230, 42_000);
        system(incomer, "MAIN INCOMER");
        for (int phase = 1; phase <= 3; phase++) {
            onePhase(incomer, "MAIN INCOMER L" + phase, phase);
        }
        PlantMeter sun = meter(gateway, DeviceType.BIDIRECTIONAL, "PV inverter", 3, 230, 18_000);
        channel(sun, "PV ROOF", 0, List.copyOf(DeviceType.BIDIRECTIONAL.fields()), false);
        PlantMeter room = meter(gateway, DeviceType.CLIMATE, "Office", 1, 230, 0);
        channel(room, "OFFICE CLIMATE", 0, List.copyOf(DeviceType.CLIMATE.fields()), false);
        PlantMeter virtual = meter(gateway, DeviceType.METERING_POINT, "Virtual", 3, 230, 4_000);
        dead(virtual, "VIRTUAL TOTAL");
        dead(virtual, "REFERENCE");
        dead(meter(gateway, DeviceType.CLIMATE, "Old sensor", 1, 230, 0), "COLD STORE SENSOR");
        system(meter(gateway, DeviceType.METERING_POINT, "Chiller", 3, 230, 9_000), "CHILLER \"A\" <b>&");
    }

    /** 60 Hz: three phases of 277 V (480 V line to line), 480 V between two lines, 120 V. */
    private void bottling(Device gateway) {
        wireless(meter(gateway, DeviceType.WIRELESS, "Lighting", 1, 120, 1_600), "LIGHTING");
        system(meter(gateway, DeviceType.METERING_POINT, "Service", 3, 277, 30_000), "SERVICE 480Y/277");
        onePhase(meter(gateway, DeviceType.METERING_POINT, "Compressor", 1, 480, 5_200), "COMPRESSOR 480", 0);
        system(meter(gateway, DeviceType.METERING_POINT, "HVAC", 3, 277, 8_400), "HVAC");
    }

    private void brewery(Device gateway, Instant newest) {
        interval = Duration.ofHours(1);
        system(meter(gateway, DeviceType.METERING_POINT, "Boiler", 3, 230, 15_000), "BOILER");
        interval = Duration.ofMinutes(15);
        installed = newest;
        system(meter(gateway, DeviceType.METERING_POINT, "Line 3", 3, 230, 6_000), "LINE 3");
        installed = FIRST;
    }

    /** At the end of the list, where the faults that strike one channel for good find their victims. */
    private void taproom(Device gateway) {
        PlantMeter incomer = meter(gateway, DeviceType.METERING_POINT, "Taproom", 3, 230, 26_000);
        system(incomer, "TAPROOM");
        onePhase(incomer, "TAPROOM L1", 1);
        wireless(meter(gateway, DeviceType.WIRELESS, "Pump", 1, 230, 2_400), "PUMPE");
        onePhase(incomer, "TAPROOM L2", 2);
    }

    private Device gateway(Site site) {
        return device(null, site.name() + " gateway", DeviceType.GATEWAY, site);
    }

    private Device device(Integer parent, String name, DeviceType type, Site site) {
        Device device = new Device(81_000 + devices.size(), parent, name, type, site);
        devices.add(device);
        return device;
    }

    private PlantMeter meter(Device gateway, DeviceType type, String name, int phases, int volts, long watts) {
        Device device = device(gateway.deviceId(), name, type, gateway.site());
        int id = 71_001 + meters.size();
        PlantMeter meter = new PlantMeter(id, device, phases, volts, watts, interval, Hash.of(seed, id) >>> 8);
        meters.add(meter);
        return meter;
    }

    private void system(PlantMeter meter, String name) {
        channel(meter, name, 0, List.copyOf(DeviceType.METERING_POINT.fields()), false);
    }

    private void onePhase(PlantMeter meter, String name, int phase) {
        channel(meter, name, phase, List.copyOf(ONE_PHASE), false);
    }

    private void wireless(PlantMeter meter, String name) {
        channel(meter, name, 0, List.copyOf(DeviceType.WIRELESS.fields()), false);
    }

    private void dead(PlantMeter meter, String name) {
        channel(meter, name, 0, List.copyOf(meter.device().type().fields()), true);
    }

    private void channel(PlantMeter meter, String name, int phase, List<Field> fields, boolean dead) {
        channels.add(new PlantChannel(61_001 + channels.size(), name, meter, phase, fields, installed, null, dead));
    }
}
