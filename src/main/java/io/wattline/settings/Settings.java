package io.wattline.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values of all settings. Later sources win: the defaults of the settings records, config/application.properties,
 * application-&lt;profile&gt;.properties, the environment, what the program itself sets ({@link #with}). Features read
 * them as records ({@link #of}); a {@link SettingsException} names key, found, allowed and place. The value of a secret
 * key never gets into a message.
 */
public final class Settings {

    private final Path home;
    private final String profile;
    private final SortedMap<String, String> values;
    private final List<Class<? extends SettingsGroup>> groups;
    private final List<String> warnings;

    Settings(
            Path home,
            String profile,
            Map<String, String> values,
            List<Class<? extends SettingsGroup>> groups,
            List<String> warnings) {
        this.home = home;
        this.profile = profile;
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        this.groups = List.copyOf(groups);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads files and environment over the defaults of the settings records; {@link SettingsException} where a file
     * cannot be read or the profile does not exist.
     */
    public static Settings load(
            Path home, String profile, Map<String, String> environment, List<Class<? extends SettingsGroup>> groups) {
        return new SettingsLoader(home, profile, environment, groups).load();
    }

    /** The same with other values, which win over files and environment. */
    public Settings with(Map<String, String> overrides) {
        Map<String, String> merged = new TreeMap<>(values);
        merged.putAll(overrides);
        return new Settings(home, profile, merged, groups, warnings);
    }

    /** The folder that holds {@code routes/}, {@code config/} and {@code data/}. */
    public Path home() {
        return home;
    }

    public String profile() {
        return profile;
    }

    private String text(String key) {
        return values.getOrDefault(key, "").strip();
    }

    /** The settings of a feature with these values and defaults only; for tests and tools. */
    public static <T extends SettingsGroup> T defaults(Class<T> group, Map<String, String> values) {
        Map<String, String> texts = new TreeMap<>();
        SettingKey.of(group).forEach(key -> texts.put(key.key(), key.setting().fallback()));
        texts.putAll(values);
        return new Settings(Path.of("").toAbsolutePath(), "prod", texts, List.of(group), List.of()).of(group);
    }

    /** The settings of a feature; a {@link SettingsException} that names all that is wrong with them. */
    public <T extends SettingsGroup> T of(Class<T> group) {
        return new SettingsReader(this::text, home).read(group);
    }

    /** Everything that is wrong with the settings of a feature; empty where nothing is. */
    public List<String> problems(Class<? extends SettingsGroup> group) {
        return new SettingsReader(this::text, home).problems(group);
    }

    /** Everything that prevents work with these groups; empty where nothing does. */
    public List<String> problems(List<Class<? extends SettingsGroup>> needed) {
        SettingsReader reader = new SettingsReader(this::text, home);
        return needed.stream().flatMap(group -> reader.problemsWhereNeeded(group).stream()).distinct().toList();
    }

    /** These settings, or a {@link SettingsException} that names all {@link #problems(List)} at once. */
    public Settings require(List<Class<? extends SettingsGroup>> needed) {
        List<String> problems = problems(needed);
        if (!problems.isEmpty()) {
            throw new SettingsException(
                    "Nothing was started, because of " + problems.size() + " setting(s):", problems);
        }
        return this;
    }

    /** Unknown keys that resemble a known one. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Every text that must not be seen: values of secret keys, and what features make of them ({@link
     * SettingsGroup#derivedSecrets}).
     */
    public Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(SecretKeys.values(values));
        groups.stream()
                .filter(group -> problems(group).isEmpty())
                .forEach(group -> secrets.addAll(of(group).derivedSecrets()));
        return secrets;
    }

    /** Whether the value of a key must not be seen. */
    public static boolean isSecret(String key) {
        return SecretKeys.isSecret(key);
    }

    /** All keys that are no secret, and their values. */
    public Properties openProperties() {
        Properties properties = new Properties();
        values.keySet().stream().filter(key -> !isSecret(key)).forEach(key -> properties.setProperty(key, text(key)));
        return properties;
    }

    /** The environment variable that sets a key: {@code readings.poll.look-back} is {@code READINGS_POLL_LOOK_BACK}. */
    public static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    @Override
    public String toString() {
        return "Settings[home=" + home + ", profile=" + profile + ", keys=" + values.keySet() + "]";
    }
}
