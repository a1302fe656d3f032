package io.wattline.quality;

import io.wattline.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/quality.yaml}. Errors name the line. */
final class QualityFile {

    private static final Set<String> COMMON = Set.of("severity", "mark", "reason", "enabled");
    private static final int LIMITS = 4;

    private final YamlValue root;

    QualityFile(YamlValue root) {
        this.root = root;
    }

    QualityStandard standard() {
        root.entries(Set.of("health", "grades", "limits", "findings", "rules-not-run", "rules-run-within", "checks"));
        return new QualityStandard(health(root.need("health")), grading(), checks(root.need("checks")));
    }

    private static Map<String, Double> health(YamlValue section) {
        section.entries(Set.of("warning-intervals", "critical-intervals", "due-after", "on-time", "power-extreme-kw"));
        Map<String, Double> health = new LinkedHashMap<>();
        for (String count : List.of("warning-intervals", "critical-intervals", "power-extreme-kw")) {
            health.put(count, size(section.need(count)));
        }
        for (String length : List.of("due-after", "on-time")) {
            health.put(length + "-seconds", (double) length(section.need(length)).toSeconds());
        }
        return health;
    }

    private Grading grading() {
        Map<Dimension, List<Double>> grades = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            grades.put(dimension, falling(root.need("grades").need(dimension.text())));
        }
        Map<FindingSeverity, Grade> findings = new EnumMap<>(FindingSeverity.class);
        for (FindingSeverity severity : FindingSeverity.values()) {
            findings.put(severity, grade(root.need("findings").need(severity.text())));
        }
        YamlValue limits = root.need("limits");
        YamlValue gap = limits.need("gap");
        return new Grading(
                grades,
                limit(limits.need("null-rate")),
                limit(limits.need("out-of-range-rate")),
                new GradeLimit(length(gap.need("below")).toSeconds(), grade(gap.need("at-best"))),
                findings,
                grade(root.need("rules-not-run")),
                length(root.need("rules-run-within")));
    }

    private static List<Double> falling(YamlValue value) {
        List<Double> limits = value.items().stream().map(YamlValue::number).toList();
        for (int i = 1; i < limits.size(); i++) {
            if (limits.get(i) > limits.get(i - 1)) {
                throw value.error(limits.get(i) + " after " + limits.get(i - 1), "limits that fall from A to D");
            }
        }
        if (limits.size() != LIMITS) {
            throw value.error(limits.size() + " limits", "four: the least share of A, B, C and D");
        }
        return limits;
    }

    private static GradeLimit limit(YamlValue value) {
        value.entries(Set.of("below", "at-best"));
        return new GradeLimit(size(value.need("below")), grade(value.need("at-best")));
    }

    private static List<CheckRule> checks(YamlValue section) {
        List<CheckRule> rules = new ArrayList<>();
        section.entries().forEach((name, place) -> rules.add(check(name, place)));
        for (String name : CheckKind.names()) {
            section.need(name);
        }
        return rules;
    }

    private static CheckRule check(String name, YamlValue place) {
        if (!CheckKind.names().contains(name)) {
            throw place.error("unknown check '" + name + "'", "one of " + CheckKind.names());
        }
        CheckKind kind = CheckKind.of(name);
        Set<String> allowed = new HashSet<>(COMMON);
        allowed.addAll(kind.keys());
        Map<String, YamlValue> values = place.entries(allowed);
        Map<String, Object> parameters = new HashMap<>();
        kind.keys().forEach(key -> putParameter(key, place.need(key), parameters));
        boolean enabled = !values.containsKey("enabled") || values.get("enabled").flag();
        return new CheckRule(
                name,
                place.need("severity").as("info, warning or critical", FindingSeverity::of),
                place.need("mark").flag(),
                place.need("reason").text(),
                enabled,
                parameters);
    }

    private static void putParameter(String key, YamlValue value, Map<String, Object> parameters) {
        if (key.equals(CheckKind.LENGTH)) {
            parameters.put("least_seconds", length(value).toSeconds());
        } else if (key.equals(CheckKind.TEXTS)) {
            parameters.put(key.replace('-', '_'), value.items().stream().map(YamlValue::text).toArray(String[]::new));
        } else {
            parameters.put(key.replace('-', '_'), size(value));
        }
    }

    private static double size(YamlValue value) {
        double size = value.number();
        if (size < 0) {
            throw value.error(String.valueOf(size), "0 or more");
        }
        return size;
    }

    private static Grade grade(YamlValue value) {
        return value.as("one of A, B, C, D, F", Grade::valueOf);
    }

    private static Duration length(YamlValue value) {
        return value.duration();
    }
}
