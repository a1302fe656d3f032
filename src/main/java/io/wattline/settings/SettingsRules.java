package io.wattline.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may be set for keys that no settings record declares. */
final class SettingsRules {

    private final Map<String, SettingRule> rules = new LinkedHashMap<>();

    private SettingsRules() {
    }

    static Map<String, SettingRule> all() {
        SettingsRules all = new SettingsRules();
        all.edge();
        return all.rules;
    }

    private void edge() {
        each(SettingRule.databaseUrl(), "database.url");
        each(SettingRule.count(1, Integer.MAX_VALUE), "database.pool-size");
        each(SettingRule.durationAbove0(), "database.connect-timeout");
        each(SettingRule.text(), "jmx.host", "routes.directory");
        each(SettingRule.count(1, 65_535), "jmx.port");
    }

    private void each(SettingRule rule, String... keys) {
        List.of(keys).forEach(key -> rules.put(key, rule));
    }
}
