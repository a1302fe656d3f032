package io.wattline.simulator;

import static io.wattline.simulator.Access.isStruck;

import java.util.Set;

/** {@code GET /readings/{channelId}} and its {@code OPTIONS}. */
final class Readings {

    private final SimulatorSettings settings;
    private final Plant plant;
    private final Faults faults;
    private final Amendments amendments;
    private final ThreadLocal<JsonBytes> buffers = ThreadLocal.withInitial(JsonBytes::new);

    Readings(SimulatorSettings settings, Faults faults, Amendments amendments) {
        this.settings = settings;
        this.plant = settings.plant();
        this.faults = faults;
        this.amendments = amendments;
    }

    Answer get(String id, Query query) {
        PlantChannel channel = channel(id);
        Set<Fault> on = faults.now();
        if (channel == null || !Access.isVisible(channel, plant, on)) {
            return Answer.notFound();
        }
        if (isStruck(Fault.SUBSCRIPTION_ENDED, channel, plant, on)) {
            return Answer.status(402, "Payment Required");
        }
        if (isStruck(Fault.FORBIDDEN, channel, plant, on)) {
            return Answer.empty(403);
        }
        ReadingsRequest request = channel.dead() ? null : ReadingsRequest.of(channel, query, Access.fields(channel, plant, on), settings, on);
        return request == null ? Answer.invalidParameter() : answer(request, on);
    }

    /** What the channel is said to offer; {@link Fault#FIELD_MISSING} is not in it. */
    Answer options(String id) {
        PlantChannel channel = channel(id);
        if (channel == null || !Access.isVisible(channel, plant, faults.now())) {
            return Answer.notFound();
        }
        JsonBytes json = new JsonBytes().ascii("{\"filters\":{\"fields\":[");
        for (int i = 0; i < channel.fields().size(); i++) {
            json.ascii(i == 0 ? "\"" : ",\"").ascii(channel.fields().get(i).code()).raw('"');
        }
        json.ascii("]}}");
        return new Answer(200, Answer.JSON, json.bytes(), json.length());
    }

    private Answer answer(ReadingsRequest request, Set<Fault> on) {
        long now = settings.clock().instant().getEpochSecond();
        History history = new History(plant, settings.lateness().toSeconds(), on, amendments.now(), now);
        JsonBytes json = buffers.get();
        json.clear();
        new ReadingsJson(json, request, history, plant, on).write(now);
        String contentType = on.contains(Fault.WRONG_CONTENT_TYPE) ? Answer.HTML : Answer.JSON;
        return new Answer(200, contentType, json.bytes(), json.length());
    }

    private PlantChannel channel(String id) {
        return id.matches("\\d{1,9}") ? plant.channel(Integer.parseInt(id)) : null;
    }
}
