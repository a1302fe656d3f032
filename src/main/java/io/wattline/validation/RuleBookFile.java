package io.wattline.validation;

import io.wattline.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/rules.yaml} and checks every rule and override at once. */
final class RuleBookFile {

    private static final int VERSION_LENGTH = 12;

    private RuleBookFile() {
    }

    static RuleBook ruleBook(YamlValue root) {
        Map<String, YamlValue> sections = root.entries(Set.of("rules", "overrides"));
        Map<String, RuleSettings> rules = new LinkedHashMap<>();
        root.need("rules").entries().forEach((name, place) -> rules.put(name, tried(new RuleSettings(name, place))));
        List<RuleOverride> overrides =
                sections.containsKey("overrides") ? overrides(sections.get("overrides"), rules) : List.of();
        return new RuleBook(rules.values(), overrides, version(root));
    }

    private static RuleSettings tried(RuleSettings settings) {
        settings.enabled();
        settings.reason();
        settings.check().rule(settings);
        return settings;
    }

    /** From the least to the most specific, equal ones in the order of the file. The last one that applies wins. */
    private static List<RuleOverride> overrides(YamlValue section, Map<String, RuleSettings> rules) {
        List<RuleOverride> overrides = section.items().stream()
                .map(RuleOverride::new)
                .sorted(Comparator.comparingInt(RuleOverride::specificity))
                .toList();
        overrides.forEach(override -> override.changes().forEach((name, changes) -> {
            if (!rules.containsKey(name)) {
                throw changes.error("unknown rule '" + name + "'", "one of " + List.copyOf(rules.keySet()));
            }
            tried(rules.get(name).with(changes));
        }));
        return overrides;
    }

    private static String version(YamlValue root) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(root.canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
