package io.wattline.documents;

import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which rules of {@code config/rules.yaml} look at a column of {@code readings}, and what they allow. */
record Rules(Map<String, List<String>> byColumn) {

    static Rules read() {
        Map<String, List<String>> byColumn = new TreeMap<>();
        YamlFile.read(Path.of("config/rules.yaml")).need("rules").entries().forEach((name, rule) -> {
            Map<String, YamlValue> entries = rule.entries();
            String limits = limits(entries);
            Stream.of("columns", "column")
                    .filter(entries::containsKey)
                    .flatMap(key ->
                            key.equals("column") ? Stream.of(entries.get(key)) : entries.get(key).items().stream())
                    .forEach(column -> byColumn.computeIfAbsent(column.text(), none -> new ArrayList<>())
                            .add(Markdown.code(name) + limits));
            if (entries.get("check").text().equals("energy-against-power")
                    || entries.get("check").text().equals("catch-up")) {
                List.of("energy_kwh", "power_kw")
                        .forEach(column -> byColumn.computeIfAbsent(column, none -> new ArrayList<>())
                                .add(Markdown.code(name)));
            }
        });
        byColumn.put(
                "timestamp",
                List.of(
                        "`timestamp-present`",
                        "`timestamp-on-grid`",
                        "`timestamp-not-future`",
                        "`within-installation`"));
        byColumn.put("channel_id", List.of("`channel-known`"));
        return new Rules(byColumn);
    }

    private static String limits(Map<String, YamlValue> rule) {
        if (rule.containsKey("min") && rule.containsKey("max")) {
            return " " + rule.get("min").text() + " to " + rule.get("max").text();
        }
        return rule.containsKey("near")
                ? " "
                        + String.join(
                                " or ",
                                rule.get("near").items().stream()
                                        .map(YamlValue::text)
                                        .toList()) + " ± " + rule.get("within").text()
                : "";
    }

    List<String> of(String column) {
        return byColumn.getOrDefault(column, List.of());
    }
}
