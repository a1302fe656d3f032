package io.wattline.validation;

import io.wattline.reading.Column;
import io.wattline.yaml.YamlFileException;
import io.wattline.yaml.YamlValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One rule of {@code config/rules.yaml}, overrides included. Every value knows its line. */
final class RuleSettings {

    private static final Set<String> COMMON = Set.of("check", "reason", "enabled");

    private final String name;
    private final YamlValue place;
    private final Check check;
    private final Map<String, YamlValue> values;

    RuleSettings(String name, YamlValue place) {
        this.name = name;
        this.place = place;
        this.check = place.need("check").as("one of " + Check.names(), Check::of);
        Set<String> allowed = new HashSet<>(COMMON);
        allowed.addAll(check.keys());
        allowed.addAll(check.optionalKeys());
        this.values = place.entries(allowed);
        for (String key : check.keys()) {
            place.need(key);
        }
        place.need("reason").text();
    }

    private RuleSettings(RuleSettings base, Map<String, YamlValue> changes) {
        this.name = base.name;
        this.place = base.place;
        this.check = base.check;
        this.values = new LinkedHashMap<>(base.values);
        values.putAll(changes);
    }

    /** The same rule with the changes of an override. */
    RuleSettings with(YamlValue changes) {
        Set<String> allowed = new HashSet<>(check.keys());
        allowed.addAll(check.optionalKeys());
        allowed.addAll(Set.of("reason", "enabled"));
        return new RuleSettings(this, changes.entries(allowed));
    }

    String name() {
        return name;
    }

    Check check() {
        return check;
    }

    String reason() {
        return values.get("reason").text();
    }

    boolean enabled() {
        return !values.containsKey("enabled") || values.get("enabled").flag();
    }

    /** Whether the rule has the setting; always so for those that its check needs. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    <T> T as(String key, String allowed, Function<String, T> reader) {
        return values.get(key).as(allowed, reader);
    }

    /** A number of 0 or more that the rule may leave out. */
    double size(String key, double fallback) {
        return has(key) ? size(key) : fallback;
    }

    double number(String key) {
        return values.get(key).number();
    }

    /** A number of 0 or more. */
    double size(String key) {
        double size = number(key);
        if (size < 0) {
            throw values.get(key).error(key + " " + size, "0 or more");
        }
        return size;
    }

    String text(String key) {
        return values.get(key).text();
    }

    double[] numbers(String key) {
        return values.get(key).items().stream().mapToDouble(YamlValue::number).toArray();
    }

    Duration duration(String key) {
        return values.get(key).duration();
    }

    Column column(String key) {
        return column(values.get(key));
    }

    List<Column> columns(String key) {
        return values.get(key).items().stream().map(RuleSettings::column).toList();
    }

    private static Column column(YamlValue value) {
        return value.as("a value column of table readings such as power_kw", Column::of);
    }

    /** The error for a setting. */
    YamlFileException error(String key, String found, String allowed) {
        return values.get(key).error(found, allowed);
    }
}
