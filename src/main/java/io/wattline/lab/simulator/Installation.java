package io.wattline.lab.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The plants that there are. */
final class Installation {

    private static final Site PARENT =
            new Site(23271, null, "Example Holdings", ZoneId.of("Europe/London"), "United Kingdom", "GBP", 50);
    private static final Site MILL =
            new Site(23272, 23271, "Example Mill", ZoneId.of("Europe/London"), "United Kingdom", "GBP", 50);
    private static final Site BREWERY =
            new Site(23273, 23271, "Nørrebro Brewery", ZoneId.of("Europe/Copenhagen"), "Denmark", "DKK", 50);
    private static final Site BOTTLING =
            new Site(23274, 23271, "Bottling \"East\" <1>", ZoneId.of("America/New_York"), "United States", "USD", 60);
    private static final List<Site> SITES = List.of(PARENT, MILL, BREWERY, BOTTLING);

    private final PlantBuilder plant;

    private Installation(long seed) {
        plant = new PlantBuilder(seed);
    }

    static Plant installation(long seed, Instant newest) {
        Installation installation = new Installation(seed);
        installation.mill(installation.plant.gateway(MILL));
        Device brewery = installation.plant.gateway(BREWERY);
        installation.brewery(brewery, newest);
        installation.bottling(installation.plant.gateway(BOTTLING));
        installation.taproom(brewery);
        return installation.plant.build(SITES);
    }

    static Plant uniform(int count, long seed, int fields) {
        int offered = DeviceType.METERING_POINT.fields().size();
        if (count < 1 || fields < 1 || fields > offered) {
            throw new IllegalArgumentException("Plant of " + count + " channels with " + fields + " fields; allowed: "
                    + "1 channel or more, 1 to " + offered
                    + " fields. No plant is made.");
        }
        PlantBuilder plant = new PlantBuilder(seed);
        List<SimulatedField> first = DeviceType.METERING_POINT.fields().stream().limit(fields).toList();
        Device gateway = null;
        for (int i = 0; i < count; i++) {
            gateway = i % 20 == 0 ? plant.gateway(SITES.get(1 + i / 20 % 3)) : gateway;
            PlantMeter meter =
                    plant.meter(gateway, DeviceType.METERING_POINT, "LINE " + (i + 1), 3, 230, 12_000 + 600 * (i % 20));
            plant.channel(meter, "LINE " + (i + 1), 0, first, false);
        }
        return plant.build(SITES);
    }

    /** One point in four views, the sun, a room, what has been dead for years, a chiller. */
    private void mill(Device gateway) {
        PlantMeter incomer = plant.meter(gateway, DeviceType.METERING_POINT, "Meter 1", 3, 230, 42_000);
        plant.whole(incomer, "MAIN INCOMER");
        for (int phase = 1; phase <= 3; phase++) {
            plant.onePhase(incomer, "MAIN INCOMER L" + phase, phase);
        }
        plant.whole(plant.meter(gateway, DeviceType.BIDIRECTIONAL, "PV inverter", 3, 230, 18_000), "PV ROOF");
        plant.whole(plant.meter(gateway, DeviceType.CLIMATE, "Office", 1, 230, 0), "OFFICE CLIMATE");
        PlantMeter virtual = plant.meter(gateway, DeviceType.METERING_POINT, "Virtual", 3, 230, 4_000);
        plant.dead(virtual, "VIRTUAL TOTAL");
        plant.dead(virtual, "REFERENCE");
        plant.dead(plant.meter(gateway, DeviceType.CLIMATE, "Old sensor", 1, 230, 0), "COLD STORE SENSOR");
        plant.whole(plant.meter(gateway, DeviceType.METERING_POINT, "Chiller", 3, 230, 9_000), "CHILLER \"A\" <b>&");
    }

    private void brewery(Device gateway, Instant newest) {
        plant.every(Duration.ofHours(1));
        plant.whole(plant.meter(gateway, DeviceType.METERING_POINT, "Boiler", 3, 230, 15_000), "BOILER");
        plant.every(Duration.ofMinutes(15));
        plant.from(newest);
        plant.whole(plant.meter(gateway, DeviceType.METERING_POINT, "Line 3", 3, 230, 6_000), "LINE 3");
        plant.from(PlantBuilder.FIRST);
    }

    /** 60 Hz: 120 V, three phases of 277 V (480 V line to line), 480 V between two lines. */
    private void bottling(Device gateway) {
        plant.whole(plant.meter(gateway, DeviceType.WIRELESS, "Lighting", 1, 120, 1_600), "LIGHTING");
        plant.whole(plant.meter(gateway, DeviceType.METERING_POINT, "Service", 3, 277, 30_000), "SERVICE 480Y/277");
        plant.onePhase(
                plant.meter(gateway, DeviceType.METERING_POINT, "Compressor", 1, 480, 5_200), "COMPRESSOR 480", 0);
        plant.whole(plant.meter(gateway, DeviceType.METERING_POINT, "HVAC", 3, 277, 8_400), "HVAC");
    }

    /** At the end of the list, where the faults that strike one channel for good find their victims. */
    private void taproom(Device gateway) {
        PlantMeter incomer = plant.meter(gateway, DeviceType.METERING_POINT, "Taproom", 3, 230, 26_000);
        plant.whole(incomer, "TAPROOM");
        plant.onePhase(incomer, "TAPROOM L1", 1);
        plant.whole(plant.meter(gateway, DeviceType.WIRELESS, "Pump", 1, 230, 2_400), "PUMPE");
        plant.onePhase(incomer, "TAPROOM L2", 2);
    }
}
