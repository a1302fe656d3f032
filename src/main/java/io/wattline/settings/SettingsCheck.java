package io.wattline.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at every setting before anything starts. */
final class SettingsCheck {

    private static final Map<String, SettingRule> RULES = SettingsRules.all();

    private final Settings settings;
    private final Set<Need> needs;
    private final List<String> problems = new ArrayList<>();

    SettingsCheck(Settings settings, Set<Need> needs) {
        this.settings = settings;
        this.needs = needs;
    }

    List<String> problems() {
        needs.stream().sorted(Comparator.comparing(Need::ordinal)).flatMap(need -> need.required().stream()).distinct()
                .filter(key -> !settings.has(key)).forEach(key -> problems.add(key + " is not set. " + SettingRule.place(key)));
        Set<String> declared = new HashSet<>();
        settings.groups().forEach(group -> declared.addAll(declared(group)));
        RULES.forEach((key, rule) -> {
            if (!declared.contains(key) && covered(key) && (settings.has(key) || !isOptional(key))) {
                rule.problem(key, settings.text(key)).ifPresent(problems::add);
            }
        });
        if (needs.contains(Need.SERVICE)) {
            problems.addAll(new JmxCheck(settings, System.getProperties()).problems());
        }
        return problems.stream().distinct().toList();
    }

    /** Adds the problems with the values of a settings record that are needed. Gives all keys of the record. */
    private List<String> declared(Class<? extends SettingsGroup> group) {
        List<SettingKey> keys = SettingKey.of(group);
        List<String> wrong = keys.stream().filter(key -> covered(key.key())).flatMap(key -> key.problem(settings.text(key.key())).stream())
                .toList();
        problems.addAll(wrong.isEmpty() && needs.contains(Need.SERVICE) ? settings.problems(group) : wrong);
        return keys.stream().map(SettingKey::key).toList();
    }

    private boolean covered(String key) {
        return needs.stream().anyMatch(need -> need.covers(key));
    }

    /** Required ones have been named already; the others switch something on where they are set. */
    private static boolean isOptional(String key) {
        return key.endsWith("url") || key.equals("jmx.port");
    }
}
