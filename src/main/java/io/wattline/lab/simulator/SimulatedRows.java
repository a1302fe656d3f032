package io.wattline.lab.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of the resources: names and order of the real ones, ids, flags, counts and epochs as strings, most of the
 * rest null.
 */
final class SimulatedRows {

    static final String LINK = "https://core.eniscope.com/v1/1/";
    private static final String[] COLLECTIONS = {
        "accounts",
        "devices",
        "meters",
        "metersbelow",
        "expired",
        "channels",
        "tariffs",
        "addresses",
        "events",
        "trendlines",
        "tags",
        "ancestry",
        "stats",
        "issues",
        "issuesold",
        "clientissues",
        "readings",
        "leaderboard",
        "services",
        "timeperiods",
        "webhooks"
    };

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
        return Access.isStruck(Fault.CHANNEL_RENAMED, channel, plant, faults)
                ? channel.name() + " (renamed)"
                : channel.name();
    }

    static Map<String, Object> organization(Site site) {
        String id = text(site.organizationId());
        Map<String, Object> links = row("self", LINK + "organizations/" + id);
        for (String collection : COLLECTIONS) {
            links.put(collection, LINK + "organizations/" + id + "/" + collection);
        }
        return with(
                row(
                        "organizationId",
                        id,
                        "links",
                        links,
                        "groupId",
                        null,
                        "parentId",
                        site.parentId() == null ? "900" : text(site.parentId()),
                        "appliableSubscriptionId",
                        null,
                        "organizationName",
                        site.name(),
                        "defaultEmailAddress",
                        "ops@example.org",
                        "defaultLanguageCode",
                        "en",
                        "defaultAddressId",
                        "7001",
                        "organizationKey",
                        null,
                        "logo",
                        null,
                        "status",
                        "1",
                        "timeZone",
                        site.zone().getId(),
                        "currencyCode",
                        site.currency(),
                        "nominalCode",
                        null,
                        "accountingCode",
                        null,
                        "taxCode",
                        null,
                        "organizationType",
                        null,
                        "divisionLabel",
                        "SITES",
                        "licenseDiscount",
                        null,
                        "carbonUnits",
                        "KgCO2",
                        "carbonRatio",
                        "0.2500",
                        "temperatureType",
                        "Celsius"),
                row(
                        "regId",
                        null,
                        "logInCounter",
                        null,
                        "lastLogIn",
                        null,
                        "marketingOptIn",
                        null,
                        "thirdPartyOptIn",
                        null,
                        "createdBy",
                        "11",
                        "modifiedBy",
                        "11",
                        "createdTs",
                        "1650000000",
                        "modifiedTs",
                        "1650000500",
                        "addressId",
                        "7001",
                        "address1",
                        null,
                        "address2",
                        null,
                        "address3",
                        null,
                        "state",
                        null,
                        "city",
                        null,
                        "postCode",
                        null,
                        "country",
                        site.country(),
                        "lat",
                        null,
                        "lng",
                        null,
                        "telephone",
                        null,
                        "fax",
                        null,
                        "sortCode",
                        site.sortCode(),
                        "currencySymbol",
                        null));
    }

    static Map<String, Object> device(Device device) {
        return with(row("links", row("self", LINK + "devices/" + device.deviceId())), deviceColumns(device),
                row("sortCode", device.site().sortCode(), "organizationName", device.site().name()));
    }

    static Map<String, Object> meter(PlantMeter meter) {
        boolean climate = meter.device().type() == DeviceType.CLIMATE;
        Map<String, Object> onboard = row(
                "deviceTypeInterfaceId",
                "25",
                "links",
                row("self", LINK + "deviceTypeInterfaces/25"),
                "interfaceName",
                "Onboard",
                "deviceTypeId",
                "16",
                "deviceInterfaceId",
                "3",
                "direction",
                "accept",
                "count",
                "8",
                "prefix",
                "00",
                "createdBy",
                "1",
                "modifiedBy",
                null,
                "createdTs",
                "1521800190",
                "modifiedTs",
                null);
        return with(
                row("links", row("self", LINK + "meters")),
                deviceColumns(meter.device()),
                row(
                        "meterId",
                        text(meter.meterId()),
                        "deviceTypeInterfaceId",
                        "25",
                        "dataType",
                        dataType(meter),
                        "ct",
                        climate ? null : "250",
                        "vs",
                        climate ? "" : text(meter.volts()),
                        "channels",
                        text(meter.phases()),
                        "pulseLabel",
                        "",
                        "pulseRatio",
                        null,
                        "pulseUnits",
                        "",
                        "pulseEnergyRatio",
                        null,
                        "temperatureEnabled",
                        climate ? "1" : "0",
                        "dataReceivedTs",
                        null,
                        "sortCode",
                        meter.device().site().sortCode(),
                        "organizationName",
                        meter.device().site().name(),
                        "interface",
                        onboard));
    }

    static Map<String, Object> channel(PlantChannel channel, int sortOrder, String name) {
        PlantMeter meter = channel.meter();
        return with(
                row("links", row("self", LINK + "dataChannels")),
                deviceColumns(meter.device()),
                row(
                        "interfaceName",
                        "Onboard",
                        "dataChannelId",
                        text(channel.channelId()),
                        "tariffId",
                        null,
                        "timePeriodId",
                        null,
                        "displayedPhase",
                        channel.phase() == 0 ? "system" : text(channel.phase()),
                        "channelName",
                        name,
                        "sortOrder",
                        text(sortOrder),
                        "installedTs",
                        text(channel.installed().getEpochSecond()),
                        "uninstalledTs",
                        channel.uninstalled() == null
                                ? null
                                : text(channel.uninstalled().getEpochSecond()),
                        "dataType",
                        dataType(meter),
                        "meterId",
                        text(meter.meterId()),
                        "pulseLabel",
                        "",
                        "pulseUnits",
                        "",
                        "pulseRatio",
                        null,
                        "pulseEnergyRatio",
                        null,
                        "temperatureEnabled",
                        meter.device().type() == DeviceType.CLIMATE ? "1" : "0",
                        "sortCode",
                        channel.site().sortCode(),
                        "organizationName",
                        channel.site().name(),
                        "isMeteringPoint",
                        channel.phase() == 0,
                        "costEnabled",
                        false));
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
        return row(
                "deviceId",
                text(device.deviceId()),
                "uuId",
                device.uuid(),
                "parentId",
                device.parentId() == null ? null : text(device.parentId()),
                "organizationId",
                text(device.site().organizationId()),
                "subscriptionId",
                null,
                "deviceTypeId",
                text(device.type().number()),
                "binaryStoreId",
                "2",
                "serviceAgreementId",
                null,
                "deviceName",
                device.name(),
                "registered",
                text(Profile.ORIGIN),
                "dataPlan",
                "12",
                "expires",
                "1893456000",
                "renewed",
                null,
                "nominalCode",
                null,
                "status",
                "1",
                "createdBy",
                "11",
                "modifiedBy",
                "12",
                "createdTs",
                text(Profile.ORIGIN),
                "modifiedTs",
                text(Profile.ORIGIN),
                "vendor",
                null,
                "vendor_id",
                null,
                "vendor_format_id",
                null,
                "vendor_parent_id",
                null);
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
