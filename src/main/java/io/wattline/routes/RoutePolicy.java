package io.wattline.routes;

import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code config/routes.yaml} lets a route reach.
 *
 * @param endpoints kinds of endpoints, each with the beginnings that are allowed behind the colon; an empty list allows
 *                  all
 * @param refused   kinds of endpoints of which more is to be said than that they are not allowed
 * @param languages languages of expressions
 * @param computed  ids of steps that may send to an address which is made while they run
 */
public record RoutePolicy(
        Map<String, List<String>> endpoints, Map<String, String> refused, Set<String> languages, Set<String> computed) {

    /** Reads it; {@link io.wattline.yaml.YamlFileException} names file and line of what is wrong. */
    public static RoutePolicy parse(ConfigFile file) {
        YamlValue root = YamlFile.parse(file.name(), file.text());
        root.entries(Set.of("endpoints", "refused", "languages", "computed"));
        Map<String, List<String>> endpoints = new LinkedHashMap<>();
        root.need("endpoints").entries().forEach((kind, value) -> endpoints.put(kind, beginnings(value)));
        return new RoutePolicy(
                endpoints,
                reasons(root.need("refused")),
                reasons(root.need("languages")).keySet(),
                reasons(root.need("computed")).keySet());
    }

    private static List<String> beginnings(YamlValue value) {
        Map<String, YamlValue> entries = value.entries(Set.of("why", "only"));
        value.need("why").text();
        return entries.containsKey("only")
                ? entries.get("only").items().stream().map(YamlValue::text).toList()
                : List.of();
    }

    private static Map<String, String> reasons(YamlValue value) {
        Map<String, String> reasons = new LinkedHashMap<>();
        value.entries().forEach((name, reason) -> reasons.put(name, reason.text()));
        return reasons;
    }
}
