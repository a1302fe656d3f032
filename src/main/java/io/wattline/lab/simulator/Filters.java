package io.wattline.lab.simulator;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The filters of the lists: {@code name=value}, {@code *} for anything, {@code !} for not, {@code null} for nothing.
 * Unknown names filter nothing.
 */
final class Filters {

    private static final List<String> NAMES =
            List.of("organizationName", "deviceName", "channelName", "accountName", "alarmName", "eventName");

    private Filters() {
    }

    static List<Map<String, Object>> apply(List<Map<String, Object>> rows, Query query) {
        return rows.stream()
                .filter(row -> query.parameters().entrySet().stream()
                        .allMatch(entry ->
                                matches(row, entry.getKey(), entry.getValue().get(0))))
                .toList();
    }

    private static boolean matches(Map<String, Object> row, String filter, String wanted) {
        String column = column(row, filter);
        if (column == null) {
            return true;
        }
        Object found = row.get(column);
        boolean not = wanted.startsWith("!");
        String pattern = not ? wanted.substring(1) : wanted;
        boolean equal = pattern.equals("null")
                ? found == null
                : found != null
                        && found.toString()
                                .matches(("\\Q" + pattern.replace("\\E", "") + "\\E").replace("*", "\\E.*\\Q"));
        return equal != not;
    }

    private static String column(Map<String, Object> row, String filter) {
        return switch (filter) {
            case "organization" -> row.containsKey("organizationId") ? "organizationId" : null;
            case "parent" -> "parentId";
            case "uuid" -> "uuId";
            case "device" -> "deviceId";
            case "type", "deviceType" -> "deviceTypeId";
            case "name" -> row.containsKey("channelName")
                    ? "channelName"
                    : NAMES.stream().filter(row::containsKey).findFirst().orElse(null);
            default -> row.containsKey(filter) ? filter : null;
        };
    }

    /** The names in the response to {@code OPTIONS}. */
    static List<String> names(List<Map<String, Object>> rows) {
        return rows.isEmpty()
                ? List.of()
                : rows.get(0).entrySet().stream()
                        .filter(entry -> !(entry.getValue() instanceof Map))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    static boolean isNumber(String text) {
        return Pattern.matches("\\d{1,9}", text);
    }
}
