package io.wattline.lab.simulator;

import static io.wattline.lab.simulator.SimulatedRows.LINK;
import static io.wattline.lab.simulator.SimulatedRows.row;
import static io.wattline.lab.simulator.SimulatedRows.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources that have next to no content in a plant: one alarm on the first channel with its rule, its period and the event
 * that it raised, one tariff, one account and so on. */
final class SmallResources {

    private SmallResources() {
    }

    /** The rows, or null where there is no such resource. */
    static List<Map<String, Object>> rows(String resource, Plant plant, SimulatorSettings settings, Set<Fault> faults) {
        if (resource.equals("customparameters") && faults.contains(Fault.RESOURCE_REMOVED)) {
            return null;
        }
        if (resource.equals("sensors") && faults.contains(Fault.RESOURCE_ADDED)) {
            return List.of(row(
                    "sensorId",
                    "4001",
                    "sensorName",
                    "Roof",
                    "deviceId",
                    text(plant.devices().get(0).deviceId())));
        }
        return switch (resource) {
            case "accounts" -> List.of(account(plant, settings));
            case "alarms" -> List.of(alarm(plant));
            case "alarmrules" -> List.of(
                    row("alarmRuleId", "9001", "alarmId", "501", "field", "E", "operator", ">", "threshold", "5000"));
            case "customparameters" -> List.of(row(
                    "id",
                    "1",
                    "organizationId",
                    organization(plant),
                    "parameterLabel",
                    "Widgets per hour",
                    "parameterName",
                    "wph",
                    "parameterUnits",
                    null,
                    "valueType",
                    "instant",
                    "dataType",
                    "DOUBLE PRECISION",
                    "createdBy",
                    "11",
                    "createdTs",
                    "1713246845"));
            case "devicecustomparameters" -> List.of(row(
                    "id",
                    "1",
                    "deviceId",
                    text(plant.devices().get(0).deviceId()),
                    "customParameterId",
                    "1",
                    "createdBy",
                    "11",
                    "createdTs",
                    "1713265169"));
            case "alarmperiods" -> List.of(row(
                    "alarmPeriodId",
                    "7001",
                    "alarmId",
                    "501",
                    "days",
                    "1,2,3,4,5",
                    "startTime",
                    "22:00",
                    "endTime",
                    "06:00"));
            case "events" -> List.of(event());
            case "tariffs" -> List.of(row(
                    "tariffId",
                    "5",
                    "tariffName",
                    "Day and night",
                    "organizationId",
                    organization(plant),
                    "currencyCode",
                    plant.sites().get(0).currency(),
                    "status",
                    "1",
                    "createdTs",
                    "1650000000"));
            case "registrations" -> plant.devices().stream()
                    .map(device -> registration(device, faults.contains(Fault.RESOURCE_CHANGED)))
                    .toList();
            case "addresses", "tags", "services", "timeperiods", "trendlines", "webhooks", "expired", "issues" -> List
                    .of();
            default -> null;
        };
    }

    private static Map<String, Object> registration(Device device, boolean changed) {
        Map<String, Object> row = row(
                "deviceId",
                text(device.deviceId()),
                "uuId",
                device.uuid(),
                "organizationId",
                text(device.site().organizationId()),
                "registered",
                text(Profile.ORIGIN),
                "renewed",
                null,
                "expires",
                "1893456000",
                "expired",
                "0");
        if (changed) {
            row.put("expires", 1_893_456_000L);
            row.put("autoRenew", true);
        }
        return row;
    }

    private static Map<String, Object> account(Plant plant, SimulatorSettings settings) {
        return row(
                "accountId",
                "12",
                "links",
                row("self", LINK + "accounts/12", "organizations", LINK + "accounts/12/organizations"),
                "organizationId",
                organization(plant),
                "groupId",
                "1",
                "parentId",
                null,
                "nominalCode",
                null,
                "accountName",
                "API User",
                "emailAddress",
                settings.credentials().email(),
                "status",
                "1",
                "extendedLogin",
                null,
                "logInCounter",
                "42",
                "lastLogIn",
                null,
                "createdBy",
                "11",
                "modifiedBy",
                null,
                "createdTs",
                "1650000000",
                "modifiedTs",
                null,
                "failedLoginCount",
                null,
                "loginLockedTs",
                null,
                "sortCode",
                plant.sites().get(0).sortCode());
    }

    private static Map<String, Object> alarm(Plant plant) {
        PlantChannel channel = plant.channels().get(0);
        return row(
                "alarmId",
                "501",
                "alarmName",
                "Night load high",
                "alarmDescription",
                "Base load at night",
                "channelId",
                text(channel.channelId()),
                "deviceId",
                text(channel.meter().device().deviceId()),
                "organizationId",
                text(channel.site().organizationId()),
                "emailRecipients",
                "a@example.org, b@example.org",
                "emailTemplateId",
                null,
                "emailLanguage",
                "en",
                "alarmInterval",
                null,
                "reportingInterval",
                "900",
                "reminderInterval",
                "900",
                "alarmHoldoffCount",
                "1",
                "status",
                "1",
                "createdBy",
                "11",
                "modifiedBy",
                "11",
                "createdTs",
                "1650000000",
                "modifiedTs",
                "1650100000",
                "uuId",
                channel.meter().device().uuid(),
                "timeZone",
                channel.site().zone().getId(),
                "expires",
                "1893456000",
                "displayedPhase",
                "system",
                "pulseRatio",
                null,
                "pulseLabel",
                null,
                "links",
                row(
                        "self",
                        LINK + "alarms/501",
                        "alarmrules",
                        LINK + "alarms/501/alarmrules",
                        "alarmperiods",
                        LINK + "alarms/501/alarmperiods"));
    }

    private static Map<String, Object> event() {
        return row(
                "eventId",
                "3001",
                "eventName",
                "Alarm",
                "eventDescription",
                "Night load high",
                "resourceId",
                "501",
                "accountId",
                "12",
                "eventType",
                "alarm",
                "eventStartTs",
                "1767229200",
                "eventEndTs",
                "1767230100",
                "createdTs",
                "1767229201",
                "modifiedTs",
                "1767230101",
                "links",
                row("self", LINK + "events/3001", "resource", LINK + "resources/501", "account", LINK + "accounts/12"));
    }

    private static String organization(Plant plant) {
        return text(plant.sites().get(0).organizationId());
    }
}
