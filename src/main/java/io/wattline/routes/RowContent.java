package io.wattline.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The values of a row, by column, without those that are null. */
final class RowContent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RowContent() {
    }

    static Map<String, String> parse(String json) {
        try {
            Map<String, String> row = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : JSON.readTree(json).properties()) {
                if (!each.getValue().isNull()) {
                    row.put(
                            each.getKey(),
                            each.getValue().isTextual()
                                    ? each.getValue().asText()
                                    : each.getValue().toString());
                }
            }
            return row;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a row that is invalid JSON", e);
        }
    }

    static Map<String, String> only(Map<String, String> row, Collection<String> columns) {
        Map<String, String> part = new LinkedHashMap<>();
        columns.forEach(column -> part.put(column, row.getOrDefault(column, "-")));
        return part;
    }

    static RowDifference one(String what, Map<String, String> row, List<String> key) {
        Map<String, List<String>> values = new TreeMap<>();
        row.forEach((column, value) -> values.put(column, List.of(value)));
        key.forEach(values::remove);
        return new RowDifference(what, only(row, key), values);
    }

    static RowDifference changed(Map<String, String> before, Map<String, String> after, List<String> key) {
        Map<String, List<String>> values = new TreeMap<>();
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        all.keySet().stream()
                .filter(column -> !Objects.equals(before.get(column), after.get(column)))
                .forEach(column ->
                        values.put(column, List.of(before.getOrDefault(column, "-"), after.getOrDefault(column, "-"))));
        return new RowDifference("changed", only(before, key), values);
    }
}
