package io.wattline.lab.simulator;

import static io.wattline.lab.simulator.ChannelAccess.isStruck;

import java.util.Set;

/** {@code GET /readings/{channelId}} and its {@code OPTIONS}. */
final class SimulatedReadings {

    private final SimulatorSettings settings;
    private final Plant plant;
    private final SimulatedFaults faults;
    private final Amendments amendments;
    private final ThreadLocal<JsonBytes> buffers = ThreadLocal.withInitial(JsonBytes::new);

    SimulatedReadings(SimulatorSettings settings, SimulatedFaults faults, Amendments amendments) {
        this.settings = settings;
        this.plant = settings.plant();
        this.faults = faults;
        this.amendments = amendments;
    }

    SimulatedResponse get(String id, Query query) {
        PlantChannel channel = channel(id);
        Set<Fault> on = faults.now();
        if (channel == null || !ChannelAccess.isVisible(channel, plant, on)) {
            return SimulatedResponse.notFound();
        }
        if (isStruck(Fault.SUBSCRIPTION_ENDED, channel, plant, on)) {
            return SimulatedResponse.status(402, "Payment Required");
        }
        if (isStruck(Fault.FORBIDDEN, channel, plant, on)) {
            return SimulatedResponse.empty(403);
        }
        SimulatedReadingsQuery request = channel.dead()
                ? null
                : SimulatedReadingsQuery.of(channel, query, ChannelAccess.fields(channel, plant, on), settings, on);
        return request == null ? SimulatedResponse.invalidParameter() : answer(request, on);
    }

    /** What the channel is said to offer; {@link Fault#FIELD_MISSING} is not in it. */
    SimulatedResponse options(String id) {
        PlantChannel channel = channel(id);
        if (channel == null || !ChannelAccess.isVisible(channel, plant, faults.now())) {
            return SimulatedResponse.notFound();
        }
        JsonBytes json = new JsonBytes().ascii("{\"filters\":{\"fields\":[");
        for (int i = 0; i < channel.fields().size(); i++) {
            json.ascii(i == 0 ? "\"" : ",\"").ascii(channel.fields().get(i).code()).raw('"');
        }
        json.ascii("]}}");
        return new SimulatedResponse(200, SimulatedResponse.JSON, json.bytes(), json.length());
    }

    private SimulatedResponse answer(SimulatedReadingsQuery request, Set<Fault> on) {
        long now = settings.clock().instant().getEpochSecond();
        SimulatedHistory history =
                new SimulatedHistory(plant, settings.lateness().toSeconds(), on, amendments.now(), now);
        JsonBytes json = buffers.get();
        json.clear();
        new ReadingsJson(json, request, history, plant, on).write(now);
        String contentType = on.contains(Fault.WRONG_CONTENT_TYPE) ? SimulatedResponse.HTML : SimulatedResponse.JSON;
        return new SimulatedResponse(200, contentType, json.bytes(), json.length());
    }

    private PlantChannel channel(String id) {
        return id.matches("\\d{1,9}") ? plant.channel(Integer.parseInt(id)) : null;
    }
}
