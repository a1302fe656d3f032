package io.wattline.lab.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A view of a metering point.
 *
 * @param channelId   the vendor's {@code dataChannelId}
 * @param phase       0 = the whole point ({@code displayedPhase} is {@code system}), 1 to 3 = that phase alone
 * @param fields      what it can return
 * @param installed   its first slot starts then or later
 * @param uninstalled no slot starts then or later; null while it is there
 * @param dead        answers 500 {@code Invalid Parameter} for ever, as virtual and reference channels do
 */
public record PlantChannel(
        int channelId,
        String name,
        PlantMeter meter,
        int phase,
        List<SimulatedField> fields,
        Instant installed,
        Instant uninstalled,
        boolean dead) {

    public PlantChannel {
        fields = List.copyOf(fields);
    }

    public Site site() {
        return meter.device().site();
    }

    /** Length of its slots. */
    public Duration interval() {
        return meter.interval();
    }

    int gatewayId() {
        return meter.device().parentId();
    }

    /** Whether a slot that starts then (Unix seconds) falls into the time that the channel is there. */
    boolean isInstalled(long start) {
        return start >= installed.getEpochSecond() && (uninstalled == null || start < uninstalled.getEpochSecond());
    }
}
