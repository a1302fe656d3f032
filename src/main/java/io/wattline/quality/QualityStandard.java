package io.wattline.quality;

import io.wattline.yaml.YamlFile;
import java.util.List;
import java.util.Map;

/**
 * The quality standard: the content of {@code config/quality.yaml}.
 *
 * @param health  thresholds that views use, by their names in table {@code quality_settings}
 * @param grading how grades are given
 * @param checks  checks over stored readings, in the order of the file
 */
public record QualityStandard(Map<String, Double> health, Grading grading, List<CheckRule> checks) {

    public QualityStandard {
        health = Map.copyOf(health);
        checks = List.copyOf(checks);
    }

    /**
     * Reads a text.
     *
     * @param name of the file, for messages
     * @throws io.wattline.yaml.YamlFileException with the line of what is wrong
     */
    public static QualityStandard parse(String name, String text) {
        return new QualityFile(YamlFile.parse(name, text)).standard();
    }

    /** The check of that name; {@link IllegalArgumentException} where it does not exist. */
    public CheckRule check(String name) {
        return checks.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Check " + name + " does not exist"));
    }
}
