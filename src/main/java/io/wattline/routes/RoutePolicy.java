package io.wattline.routes;

import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code config/routes.yaml} allows a route to contain and to reach. Whatever it does not list is refused.
 *
 * @param parts      parts of files and routes, each with the keys it may have; {@code key=value} allows one value
 * @param steps      steps of routes, likewise
 * @param endpoints  kinds of endpoints
 * @param addresses  keys of properties that hold a whole address
 * @param refused    kinds of endpoints that are refused, each with the reason for the message
 * @param languages  languages of expressions
 * @param functions  functions of Simple
 * @param fields     names that a path of Simple may follow besides components of records
 * @param readable   headers that Simple may read; {@link #SECRET} marks those that only arguments of beans may have
 * @param headers    headers that a route may set
 * @param exceptions classes that a route may name besides exceptions of Wattline
 * @param computed   ids of steps that may send to an address which is made while they run
 */
public record RoutePolicy(
        Map<String, List<String>> parts,
        Map<String, List<String>> steps,
        Map<String, EndpointPolicy> endpoints,
        Set<String> addresses,
        Map<String, String> refused,
        Set<String> languages,
        Set<String> functions,
        Set<String> fields,
        Map<String, String> readable,
        Set<String> headers,
        Set<String> exceptions,
        Set<String> computed) {

    static final String WHERE = " (config/routes.yaml)";
    static final String SECRET = "bean";

    /**
     * One kind of endpoint.
     *
     * @param only    beginnings that are allowed behind the colon; an empty list allows all
     * @param hosts   hosts that may be named, separated by commas, with placeholders; null where no host is checked
     * @param options options that may be given; {@code option=value} allows one value
     */
    public record EndpointPolicy(List<String> only, String hosts, List<String> options) {
    }

    /** Reads it; {@link io.wattline.yaml.YamlFileException} names file and line of what is wrong. */
    public static RoutePolicy parse(ConfigFile file) {
        YamlValue root = YamlFile.parse(file.name(), file.text());
        root.entries(Set.of("parts", "steps", "endpoints", "addresses", "refused", "languages", "functions",
                "fields", "readable", "headers", "exceptions", "computed"));
        Map<String, EndpointPolicy> endpoints = new LinkedHashMap<>();
        root.need("endpoints").entries().forEach((kind, value) -> endpoints.put(kind, endpoint(value)));
        return new RoutePolicy(
                keys(root.need("parts")),
                keys(root.need("steps")),
                endpoints,
                reasons(root.need("addresses")).keySet(),
                reasons(root.need("refused")),
                reasons(root.need("languages")).keySet(),
                new LinkedHashSet<>(texts(root.need("functions"))),
                new LinkedHashSet<>(texts(root.need("fields"))),
                reasons(root.need("readable")),
                reasons(root.need("headers")).keySet(),
                new LinkedHashSet<>(texts(root.need("exceptions"))),
                reasons(root.need("computed")).keySet());
    }

    /** Whether a list of this policy names {@code key}. */
    static boolean lists(List<String> allowed, String key) {
        return allowed.stream().anyMatch(each -> each.equals(key) || each.startsWith(key + "="));
    }

    /** The only value that a list of this policy allows for {@code key}; null where it allows any. */
    static String onlyValue(List<String> allowed, String key) {
        return allowed.stream()
                .filter(each -> each.startsWith(key + "="))
                .map(each -> each.substring(key.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static EndpointPolicy endpoint(YamlValue value) {
        Map<String, YamlValue> entries = value.entries(Set.of("why", "only", "hosts", "options"));
        value.need("why").text();
        return new EndpointPolicy(
                entries.containsKey("only") ? texts(entries.get("only")) : List.of(),
                entries.containsKey("hosts") ? entries.get("hosts").text() : null,
                entries.containsKey("options") ? texts(entries.get("options")) : List.of());
    }

    private static Map<String, List<String>> keys(YamlValue value) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        value.entries().forEach((name, list) -> keys.put(name, texts(list)));
        return keys;
    }

    private static List<String> texts(YamlValue list) {
        return list.items().stream().map(YamlValue::text).toList();
    }

    private static Map<String, String> reasons(YamlValue value) {
        Map<String, String> reasons = new LinkedHashMap<>();
        value.entries().forEach((name, reason) -> reasons.put(name, reason.text()));
        return reasons;
    }
}
