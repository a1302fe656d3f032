package io.wattline.quality;

import io.wattline.yaml.YamlFile;
import java.util.List;
import java.util.Map;

/**
 * What good readings are: the content of {@code config/quality.yaml}.
 *
 * @param health  thresholds that views need, by their names in table {@code quality_settings}
 * @param grading how grades are given
 * @param checks  rules over stored readings, in the order of the file
 */
public record QualityStandard(Map<String, Double> health, Grading grading, List<CheckRule> checks) {

    public QualityStandard {
        health = Map.copyOf(health);
        checks = List.copyOf(checks);
    }

    /** Reads a text; {@code name} is what messages call it. {@link io.wattline.yaml.YamlFileException} names the line of whatever is wrong. */
    public static QualityStandard parse(String name, String text) {
        return new QualityFile(YamlFile.parse(name, text)).standard();
    }

    /** The rule of that name; {@link IllegalArgumentException} where there is none. */
    public CheckRule check(String name) {
        return checks.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException("There is no check " + name));
    }
}
