package io.wattline.lab.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plant whose channels measure what a file has recorded: {@code {"orgs": [{id, name, tz, country}], "channels": [{id,
 * name, org, start, res, E: [Wh or null], P: [W or null]}]}}.
 */
public final class RecordedPlant {

    private static final double MICRO = 1e6;

    private final Map<Integer, Device> gateways = new HashMap<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<PlantMeter> meters = new ArrayList<>();
    private final List<PlantChannel> channels = new ArrayList<>();

    private RecordedPlant() {
    }

    /** {@link IOException} where the file cannot be read. */
    public static Plant read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        RecordedPlant plant = new RecordedPlant();
        List<Site> sites = new ArrayList<>();
        for (JsonNode org : root.path("orgs")) {
            Site site = new Site(org.get("id").asInt(), null, org.get("name").asText(),
                    ZoneId.of(org.get("tz").asText()), org.path("country").asText("unknown"), "EUR", 50);
            sites.add(site);
            plant.gateways.put(site.organizationId(), plant.device(null, site.name() + " gateway", DeviceType.GATEWAY,
                    site));
        }
        root.path("channels").forEach(plant::add);
        return Plant.of(sites, plant.devices, plant.meters, plant.channels, 1);
    }

    private void add(JsonNode channel) {
        Device gateway = gateways.get(channel.get("org").asInt());
        String name = channel.path("name").asText("channel " + channel.get("id").asText());
        Device device = device(gateway.deviceId(), name, DeviceType.METERING_POINT, gateway.site());
        long start = channel.get("start").asLong();
        long[] energy = micros(channel.get("E"));
        RecordedSeries recorded = new RecordedSeries(start, channel.get("res").asLong(), energy,
                channel.path("P").isArray() ? micros(channel.get("P")) : energy);
        PlantMeter meter = new PlantMeter(71_001 + meters.size(), device, 1, 230, 0,
                Duration.ofSeconds(channel.get("res").asLong()), 1, recorded);
        meters.add(meter);
        channels.add(new PlantChannel(channel.get("id").asInt(), name, meter, 0,
                List.of(SimulatedField.E, SimulatedField.P), Instant.ofEpochSecond(start), null, false));
    }

    private Device device(Integer parent, String name, DeviceType type, Site site) {
        Device device = new Device(81_000 + devices.size(), parent, name, type, site);
        devices.add(device);
        return device;
    }

    private static long[] micros(JsonNode values) {
        long[] micros = new long[values.size()];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = values.get(i).isNull() ? Bin.NONE : Math.round(values.get(i).asDouble() * MICRO);
        }
        return micros;
    }
}
