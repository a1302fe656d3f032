package io.wattline.alert;

import io.wattline.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads {@code config/alerts.yaml}; an error names its line. */
final class AlertRulesFile {

    private static final Set<String> RULE_KEYS = Set.of("name", "description", "condition", "for", "clear",
            "clear-for", "severity", "action", "runbook", "only", "inhibits", "repeat");

    private AlertRulesFile() {
    }

    static AlertRules read(YamlValue root) {
        root.entries(Set.of("rules", "channels"));
        Map<String, YamlValue> places = new LinkedHashMap<>();
        List<AlertRule> rules = new ArrayList<>();
        for (YamlValue place : root.need("rules").items()) {
            AlertRule rule = rule(place);
            unique(places, rule.name(), place.need("name"));
            rules.add(rule);
        }
        inhibitions(rules, places);
        return new AlertRules(List.copyOf(rules), channels(root.need("channels")));
    }

    private static void unique(Map<String, YamlValue> places, String name, YamlValue place) {
        if (places.put(name, place) != null) {
            throw place.error("the name '" + name + "' a second time", "each name once");
        }
    }

    private static AlertRule rule(YamlValue place) {
        Map<String, YamlValue> entries = place.entries(RULE_KEYS);
        Condition condition = condition(place.need("condition"));
        Condition clear = entries.containsKey("clear") ? condition(entries.get("clear")) : null;
        if (clear != null && !clear.request().equals(condition.request())) {
            throw entries.get("clear").error("'" + clear + "'", "the measure of the condition, " + condition.request()
                    + ", with another threshold");
        }
        return new AlertRule(name(place.need("name")), filled(place.need("description")), condition,
                length(entries.get("for")), clear, length(entries.get("clear-for")),
                severity(place.need("severity")), filled(place.need("action")), filled(place.need("runbook")),
                        scope(entries.get("only")), texts(entries.get("inhibits")), repeats(entries.get("repeat")));
    }

    private static String name(YamlValue place) {
        return checked(place, name -> name.matches("[a-z][a-z0-9-]{0,60}"),
                "small letters, digits and '-', such as no-data");
    }

    private static String filled(YamlValue place) {
        return checked(place, text -> !text.isBlank(), "a text").strip();
    }

    private static String checked(YamlValue place, Predicate<String> good, String allowed) {
        if (!good.test(place.text())) {
            throw place.error("'" + place.text() + "'", allowed);
        }
        return place.text();
    }

    private static Condition condition(YamlValue place) {
        try {
            return Condition.parse(place.text());
        } catch (ConditionException e) {
            throw place.error(e.found(), e.allowed());
        }
    }

    private static Duration length(YamlValue place) {
        return place == null ? Duration.ZERO
                : place.duration();
    }

    private static boolean repeats(YamlValue place) {
        return place == null || !checked(place, "never"::equals, "never, or no such line").equals("never");
    }

    private static AlertSeverity severity(YamlValue place) {
        return place.as("critical, warning or info", AlertSeverity::of);
    }

    private static RuleScope scope(YamlValue place) {
        if (place == null) {
            return new RuleScope(Set.of(), Set.of(), Set.of());
        }
        Map<String, YamlValue> entries = place.entries(Set.of("sites", "channels", "types"));
        return new RuleScope(texts(entries.get("sites")), texts(entries.get("channels")), texts(entries.get("types")));
    }

    private static Set<String> texts(YamlValue place) {
        return place == null ? Set.of() : place.items().stream().map(YamlValue::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<NotificationChannel> channels(YamlValue section) {
        Map<String, YamlValue> places = new LinkedHashMap<>();
        List<NotificationChannel> channels = new ArrayList<>();
        for (YamlValue place : section.items()) {
            place.entries(Set.of("name", "type", "severities"));
            String name = name(place.need("name"));
            unique(places, name, place.need("name"));
            channels.add(new NotificationChannel(name, name(place.need("type")),
                    place.need("severities").items().stream().map(AlertRulesFile::severity)
                            .collect(Collectors.toSet())));
        }
        return List.copyOf(channels);
    }

    /**
     * Each names a rule, and none leads back to itself: nobody would be notified of two rules that inhibit each other.
     */
    private static void inhibitions(List<AlertRule> rules, Map<String, YamlValue> places) {
        Map<String, Set<String>> inhibits = rules.stream()
                .collect(Collectors.toMap(AlertRule::name, AlertRule::inhibits));
        for (AlertRule rule : rules) {
            YamlValue place = places.get(rule.name());
            rule.inhibits().stream().filter(name -> !places.containsKey(name)).findFirst().ifPresent(name -> {
                throw place.error("rule '" + rule.name() + "' inhibits the unknown rule '" + name + "'", "one of "
                        + List.copyOf(places.keySet()));
            });
            Set<String> reached = new LinkedHashSet<>(rule.inhibits());
            for (List<String> next = List.copyOf(reached); !next.isEmpty();) {
                next = next.stream().flatMap(name -> inhibits.getOrDefault(name, Set.of()).stream())
                        .filter(reached::add).toList();
            }
            if (reached.contains(rule.name())) {
                throw place.error("rule '" + rule.name() + "' inhibits itself by way of " + reached,
                        "causes inhibit consequences, in one direction");
            }
        }
    }
}
