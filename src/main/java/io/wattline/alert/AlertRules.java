package io.wattline.alert;

import io.wattline.yaml.YamlFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code config/alerts.yaml} says: rules, and the ways by which people are told. */
public record AlertRules(List<AlertRule> rules, List<NotificationChannel> channels) {

    /** {@link io.wattline.yaml.YamlFileException} with file and line where anything of it cannot be used. */
    public static AlertRules parse(String name, String text) {
        return AlertRulesFile.read(YamlFile.parse(name, text));
    }

    /** What is to be measured, each once. */
    public Set<MeasureRequest> questions() {
        return rules.stream().map(rule -> rule.condition().question()).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    Optional<AlertRule> rule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
