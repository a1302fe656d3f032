package io.wattline.lab.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of organizations, devices, meters, channels and device types. As in the real API, ids, flags, counts and
 * epochs are strings. Columns that no plant fills stand in the {@link RowTemplate}s.
 */
final class SimulatedRows {

    static final String LINK = "https://core.eniscope.com/v1/1/";
    private static final RowTemplate ORGANIZATION = RowTemplate.named("organization");
    private static final RowTemplate DEVICE = RowTemplate.named("device");
    private static final RowTemplate METER = RowTemplate.named("meter");
    private static final RowTemplate CHANNEL = RowTemplate.named("channel");

    private SimulatedRows() {
    }

    /** A JSON object from names and values in turn. */
    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    static String name(PlantChannel channel, Plant plant, Set<Fault> faults) {
        return ChannelAccess.isStruck(Fault.CHANNEL_RENAMED, channel, plant, faults)
                ? channel.name() + " (renamed)"
                : channel.name();
    }

    static Map<String, Object> organization(Site site) {
        return ORGANIZATION.fill(row(
                "organizationId", text(site.organizationId()),
                "parentId", site.parentId() == null ? "900" : text(site.parentId()),
                "organizationName", site.name(),
                "timeZone", site.zone().getId(),
                "currencyCode", site.currency(),
                "country", site.country(),
                "sortCode", site.sortCode()));
    }

    static Map<String, Object> device(Device device) {
        return with(row("links", row("self", LINK + "devices/" + device.deviceId())), deviceColumns(device),
                row("sortCode", device.site().sortCode(), "organizationName", device.site().name()));
    }

    static Map<String, Object> meter(PlantMeter meter) {
        Device device = meter.device();
        boolean climate = device.type() == DeviceType.CLIMATE;
        return with(row("links", row("self", LINK + "meters")), deviceColumns(device), METER.fill(row(
                "meterId", text(meter.meterId()),
                "dataType", dataType(meter),
                "ct", climate ? null : "250",
                "vs", climate ? "" : text(meter.volts()),
                "channels", text(meter.phases()),
                "temperatureEnabled", flag(climate),
                "sortCode", device.site().sortCode(),
                "organizationName", device.site().name())));
    }

    static Map<String, Object> channel(PlantChannel channel, int sortOrder, String name) {
        PlantMeter meter = channel.meter();
        Device device = meter.device();
        return with(row("links", row("self", LINK + "dataChannels")), deviceColumns(device), CHANNEL.fill(row(
                "dataChannelId", text(channel.channelId()),
                "displayedPhase", channel.phase() == 0 ? "system" : text(channel.phase()),
                "channelName", name,
                "sortOrder", text(sortOrder),
                "installedTs", text(channel.installed().getEpochSecond()),
                "uninstalledTs", channel.uninstalled() == null ? null : text(channel.uninstalled().getEpochSecond()),
                "dataType", dataType(meter),
                "meterId", text(meter.meterId()),
                "temperatureEnabled", flag(device.type() == DeviceType.CLIMATE),
                "sortCode", channel.site().sortCode(),
                "organizationName", channel.site().name(),
                "isMeteringPoint", channel.phase() == 0)));
    }

    static Map<String, Object> deviceType(DeviceType type) {
        return row("deviceTypeId", text(type.number()), "deviceTypeCode", type.code(), "deviceTypeName", type.label());
    }

    static List<Map<String, Object>> fields(DeviceType type) {
        List<Map<String, Object>> rows = new ArrayList<>();
        type.fields().forEach(field -> rows.add(row("code", field.code(), "label", field.label(),
                "type", field.kind() == SimulatedField.Kind.COUNTER ? "counter" : "instant", "unit", field.unit())));
        return rows;
    }

    private static Map<String, Object> deviceColumns(Device device) {
        return DEVICE.fill(row(
                "deviceId", text(device.deviceId()),
                "uuId", device.uuid(),
                "parentId", device.parentId() == null ? null : text(device.parentId()),
                "organizationId", text(device.site().organizationId()),
                "deviceTypeId", text(device.type().number()),
                "deviceName", device.name(),
                "registered", text(Profile.ORIGIN),
                "createdTs", text(Profile.ORIGIN),
                "modifiedTs", text(Profile.ORIGIN)));
    }

    private static String flag(boolean set) {
        return set ? "1" : "0";
    }

    private static String dataType(PlantMeter meter) {
        return switch (meter.device().type()) {
            case CLIMATE -> "temperature";
            case BIDIRECTIONAL -> "solar meter";
            default -> "grid meter";
        };
    }

    @SafeVarargs
    private static Map<String, Object> with(Map<String, Object> first, Map<String, Object>... more) {
        for (Map<String, Object> part : more) {
            first.putAll(part);
        }
        return first;
    }

    static String text(long number) {
        return Long.toString(number);
    }
}
