package io.wattline.lab.simulator;

import static io.wattline.lab.simulator.SimulatedRows.row;
import static io.wattline.lab.simulator.SimulatedRows.text;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everything but readings: lists with filters and pages, single rows, collections embedded in a row, and what {@code
 * OPTIONS} says.
 */
final class Resources {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("organizations", "organizationId"),
            entry("devices", "deviceId"),
            entry("meters", "meterId"),
            entry("channels", "dataChannelId"),
            entry("accounts", "accountId"),
            entry("alarms", "alarmId"),
            entry("alarmrules", "alarmRuleId"),
            entry("alarmperiods", "alarmPeriodId"),
            entry("events", "eventId"),
            entry("tariffs", "tariffId"),
            entry("devicetypes", "deviceTypeId"),
            entry("registrations", "deviceId"));

    private final SimulatorSettings settings;
    private final Plant plant;
    private final SimulatedFaults faults;

    Resources(SimulatorSettings settings, SimulatedFaults faults) {
        this.settings = settings;
        this.plant = settings.plant();
        this.faults = faults;
    }

    /** {@code /resource}, {@code /resource/id} or {@code /resource/id/collection}. */
    SimulatedResponse get(List<String> path, Query query) {
        String resource = path.get(0);
        if (resource.equals("fields") && path.size() == 2) {
            return fields(path.get(1));
        }
        List<Map<String, Object>> rows = rows(resource);
        if (rows == null) {
            return SimulatedResponse.notFound();
        }
        if (path.size() == 1) {
            return Paging.of(Filters.apply(rows, query), query)
                    .map(page -> json(page.wrapped(wrapper(resource))))
                    .orElseGet(SimulatedResponse::invalidParameter);
        }
        Map<String, Object> row = byId(rows, resource, path.get(1));
        if (row == null) {
            return SimulatedResponse.notFound();
        }
        return path.size() == 2
                ? json(row)
                : path.size() == 3 ? embedded(row, resource, path.get(2), query) : SimulatedResponse.notFound();
    }

    SimulatedResponse options(List<String> path) {
        List<Map<String, Object>> rows = rows(path.get(0));
        return rows == null ? SimulatedResponse.notFound() : json(row("filters", Filters.names(rows)));
    }

    static SimulatedResponse json(Object value) {
        try {
            return SimulatedResponse.json(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and strings can be written as JSON", e);
        }
    }

    private SimulatedResponse fields(String deviceType) {
        return Arrays.stream(DeviceType.values()).filter(type -> text(type.number()).equals(deviceType)).findFirst()
                .map(type -> json(SimulatedRows.fields(type))).orElseGet(SimulatedResponse::notFound);
    }

    private static String wrapper(String resource) {
        return resource.endsWith("customparameters") ? "result" : resource;
    }

    private List<Map<String, Object>> rows(String resource) {
        return switch (resource) {
            case "organizations" -> plant.sites().stream().map(SimulatedRows::organization).toList();
            case "devices" -> plant.devices().stream().map(SimulatedRows::device).toList();
            case "meters" -> plant.meters().stream().map(SimulatedRows::meter).toList();
            case "channels" -> channels();
            case "devicetypes" -> Arrays.stream(DeviceType.values()).map(SimulatedRows::deviceType).toList();
            default -> new SmallResources(plant, settings, faults.now()).rows(resource);
        };
    }

    private List<Map<String, Object>> channels() {
        Set<Fault> on = faults.now();
        return IntStream.range(0, plant.channels().size())
                .filter(i -> ChannelAccess.isVisible(plant.channels().get(i), plant, on))
                .mapToObj(i -> SimulatedRows.channel(
                        plant.channels().get(i),
                        i,
                        SimulatedRows.name(plant.channels().get(i), plant, on)))
                .toList();
    }

    private static Map<String, Object> byId(List<Map<String, Object>> rows, String resource, String id) {
        String key = KEYS.getOrDefault(resource, "id");
        return rows.stream().filter(row -> Objects.equals(row.get(key), id)).findFirst().orElse(null);
    }

    /**
     * The row with the collection in it: all of it, or a page of it where the collection's name begins with {@code
     * paged}.
     */
    private SimulatedResponse embedded(Map<String, Object> owner, String resource, String collection, Query query) {
        boolean paged = collection.startsWith("paged");
        String name = paged ? collection.substring("paged".length()) : collection;
        boolean below = name.endsWith("below");
        List<Map<String, Object>> all = rows(below ? "meters" : name);
        if (all == null || !KEYS.containsKey(resource)) {
            return SimulatedResponse.notFound();
        }
        List<Map<String, Object>> mine = Filters.apply(
                all.stream().filter(row -> belongs(row, owner, resource, below)).toList(), query);
        if (!paged) {
            owner.put(collection, mine);
            return json(owner);
        }
        return Paging.of(mine, query)
                .map(page -> json(page.into(owner, collection)))
                .orElseGet(SimulatedResponse::invalidParameter);
    }

    private static boolean belongs(Map<String, Object> row, Map<String, Object> owner, String resource, boolean below) {
        String key = KEYS.get(resource);
        return below ? String.valueOf(row.get("sortCode")).startsWith(String.valueOf(owner.get("sortCode")))
                : !row.containsKey(key) || Objects.equals(row.get(key), owner.get(key));
    }
}
