package io.wattline.discovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which fields channels offer, send and have stored.
 *
 * @param days                   number of days that were counted
 * @param fields                 by channel and code
 * @param returnedNotStored      codes that come and have no column, with the number of channels
 * @param environmentalFields    codes of temperature, humidity, air, light and sound that come, with the device types
 *     that send them
 * @param environmentalEndpoints endpoints whose responses name such things, from the last discovery
 * @param returnedByDeviceType   codes that channels of each device type send
 * @param differencesByDeviceType of these, codes that not every device type sends
 */
public record FieldMap(
        int days,
        List<FieldRow> fields,
        Map<String, Long> returnedNotStored,
        Map<String, Set<String>> environmentalFields,
        List<String> environmentalEndpoints,
        Map<String, Set<String>> returnedByDeviceType,
        Map<String, Set<String>> differencesByDeviceType) {

    private static final Pattern ENVIRONMENT = Pattern.compile("(?i).*(temperature|humidity|carbon|light"
            + " level|sound|atmospheric|particulate|volatile|radon|nitrous|weather|climate).*");

    /** Switches and factors that name the environment and measure nothing. */
    private static final Pattern SETTING = Pattern.compile("(?i).*(enabled|type|units|ratio)");

    static FieldMap of(int days, List<FieldRow> fields, List<Endpoint> endpoints) {
        List<FieldRow> returned = fields.stream().filter(FieldRow::returned).toList();
        Map<String, Long> onlyRaw = returned.stream()
                .filter(FieldRow::isOnlyRaw)
                .collect(Collectors.groupingBy(FieldRow::code, TreeMap::new, Collectors.counting()));
        Map<String, Set<String>> environmental = returned.stream()
                .filter(row -> ENVIRONMENT.matcher(row.label()).matches())
                .collect(Collectors.groupingBy(
                        FieldRow::code,
                        TreeMap::new,
                        Collectors.mapping(FieldRow::deviceType, Collectors.toCollection(TreeSet::new))));
        List<String> holding = endpoints.stream()
                .filter(endpoint ->
                        endpoint.isAnswered() && endpoint.method().equals("GET") && endpoint.structure() != null)
                .filter(endpoint -> isEnvironmental(endpoint, environmental.keySet()))
                .map(Endpoint::name)
                .toList();
        Map<String, Set<String>> byType = returned.stream()
                .collect(Collectors.groupingBy(
                        FieldRow::deviceType,
                        TreeMap::new,
                        Collectors.mapping(FieldRow::code, Collectors.toCollection(TreeSet::new))));
        return new FieldMap(days, fields, onlyRaw, environmental, holding, byType, differences(byType));
    }

    /** Whether its properties name the environment, or its records have such a field. */
    private static boolean isEnvironmental(Endpoint endpoint, Set<String> codes) {
        return SchemaPaths.of(endpoint.structure()).keySet().stream()
                .anyMatch(path -> ENVIRONMENT.matcher(path).matches()
                                && !SETTING.matcher(path).matches()
                        || path.startsWith("records[].") && codes.contains(path.substring("records[].".length())));
    }

    private static Map<String, Set<String>> differences(Map<String, Set<String>> byType) {
        Map<String, Set<String>> differences = new TreeMap<>();
        byType.forEach((type, codes) -> {
            Set<String> own = new TreeSet<>(codes);
            own.removeIf(code -> byType.values().stream().allMatch(others -> others.contains(code)));
            differences.put(type, own);
        });
        return differences;
    }
}
