package io.wattline.lab.simulator;

import static io.wattline.lab.simulator.SimulatedRows.row;
import static io.wattline.lab.simulator.SimulatedRows.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resources of which a plant has little: one alarm on the first channel with its rule, its period and the event
 * that it raised, one tariff, one account, and resources without a row.
 */
final class SmallResources {

    private static final Set<String> EMPTY = Set.of(
            "addresses", "tags", "services", "timeperiods", "trendlines", "webhooks", "expired", "issues");

    private final Map<String, Object> values;
    private final List<Device> devices;
    private final Set<Fault> faults;

    SmallResources(Plant plant, SimulatorSettings settings, Set<Fault> faults) {
        PlantChannel channel = plant.channels().get(0);
        Device device = channel.meter().device();
        Site site = plant.sites().get(0);
        this.devices = plant.devices();
        this.faults = faults;
        this.values = row(
                "organizationId", text(site.organizationId()),
                "currencyCode", site.currency(),
                "sortCode", site.sortCode(),
                "emailAddress", settings.credentials().email(),
                "channelId", text(channel.channelId()),
                "deviceId", text(device.deviceId()),
                "uuId", device.uuid(),
                "channelOrganizationId", text(channel.site().organizationId()),
                "timeZone", channel.site().zone().getId());
    }

    /** The rows, or null where the resource does not exist. */
    List<Map<String, Object>> rows(String resource) {
        return switch (resource) {
            case "accounts" -> one("account");
            case "alarms" -> one("alarm");
            case "alarmrules" -> one("alarm-rule");
            case "alarmperiods" -> one("alarm-period");
            case "events" -> one("event");
            case "tariffs" -> one("tariff");
            case "devicecustomparameters" -> one("device-custom-parameter");
            case "customparameters" -> faults.contains(Fault.RESOURCE_REMOVED) ? null : one("custom-parameter");
            case "sensors" -> faults.contains(Fault.RESOURCE_ADDED) ? one("sensor") : null;
            case "registrations" -> devices.stream().map(this::registration).toList();
            default -> EMPTY.contains(resource) ? List.of() : null;
        };
    }

    private List<Map<String, Object>> one(String template) {
        return List.of(RowTemplate.named(template).fill(values));
    }

    private Map<String, Object> registration(Device device) {
        Map<String, Object> row = RowTemplate.named("registration").fill(row(
                "deviceId", text(device.deviceId()),
                "uuId", device.uuid(),
                "organizationId", text(device.site().organizationId()),
                "registered", text(Profile.ORIGIN)));
        if (faults.contains(Fault.RESOURCE_CHANGED)) {
            row.put("expires", 1_893_456_000L);
            row.put("autoRenew", true);
        }
        return row;
    }
}
