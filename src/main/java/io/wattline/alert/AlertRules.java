package io.wattline.alert;

import io.wattline.yaml.YamlFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The content of {@code config/alerts.yaml}: rules and notification channels. */
public record AlertRules(List<AlertRule> rules, List<NotificationChannel> channels) {

    /** {@link io.wattline.yaml.YamlFileException} with file and line where any of it cannot be used. */
    public static AlertRules parse(String name, String text) {
        return AlertRulesFile.read(YamlFile.parse(name, text));
    }

    /** The measures of all rules, each once. */
    public Set<MeasureRequest> requests() {
        return rules.stream().map(rule -> rule.condition().request())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    Optional<AlertRule> rule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
