package io.wattline.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What config/application.properties says, the profile and the environment having their say. Later ones win: the copy in the jar, the file in
 * {@code WATTLINE_HOME/config}, application-&lt;profile&gt;.properties, the environment, what the program itself sets ({@link #with}).
 * Getters throw a {@link SettingsException} that names key, found, allowed and place; a value of a secret key never gets into a message.
 */
public final class Settings {

    private final Path home;
    private final String profile;
    private final SortedMap<String, String> values;
    private final List<Class<? extends SettingsGroup>> groups;
    private final List<String> warnings;

    Settings(Path home, String profile, Map<String, String> values, List<Class<? extends SettingsGroup>> groups, List<String> warnings) {
        this.home = home;
        this.profile = profile;
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        this.groups = List.copyOf(groups);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads files and environment over the defaults of the settings records; {@link SettingsException} where a file cannot be read or there is no such profile.
     */
    public static Settings load(Path home, String profile, Map<String, String> environment, List<Class<? extends SettingsGroup>> groups) {
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

    /** A path that a setting gives, seen from {@link #home()}. */
    public Path path(String key) {
        return home.resolve(text(key)).normalize();
    }

    /** The value without blanks around it, empty where it is not set. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("There is no setting '" + key + "': add it, with a comment, to config/application.properties");
        }
        return value.strip();
    }

    public boolean has(String key) {
        return values.containsKey(key) && !text(key).isEmpty();
    }

    /** A whole number, 0 or more. */
    public int count(String key) {
        return demand(key, SettingRule.count(0, Integer.MAX_VALUE), Integer::parseInt);
    }

    /** A finite number. */
    public double number(String key) {
        return demand(key, SettingRule.number(), Double::parseDouble);
    }

    /** A length of time, see {@link Durations}. */
    public Duration duration(String key) {
        return demand(key, SettingRule.duration(), text -> Durations.parse(text).orElseThrow());
    }

    /** Lengths of time, ascending, separated by commas. */
    public List<Duration> durations(String key) {
        return demand(key, SettingRule.durationsAscending(), Durations::parseAll);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        return demand(key, SettingRule.flag(), Boolean::parseBoolean);
    }

    private <T> T demand(String key, SettingRule rule, Function<String, T> reader) {
        rule.problem(key, text(key)).ifPresent(problem -> {
            throw new SettingsException(problem);
        });
        return reader.apply(text(key));
    }

    /** The settings of a feature where nobody sets anything but these values; for tests and tools. */
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

    /** The records that declare settings. */
    List<Class<? extends SettingsGroup>> groups() {
        return groups;
    }

    /** Everything that stands in the way of the work, each with its name; empty when all is well. */
    public List<String> problems(Need... needs) {
        return new SettingsCheck(this, Set.of(needs)).problems();
    }

    /** These settings, or a {@link SettingsException} that names all {@link #problems} at once. */
    public Settings require(Need... needs) {
        List<String> problems = problems(needs);
        if (!problems.isEmpty()) {
            throw new SettingsException("Nothing was started, because of " + problems.size() + " setting(s):", problems);
        }
        return this;
    }

    /** Keys that nobody reads but that look like one that somebody does. */
    public List<String> warnings() {
        return warnings;
    }

    /** Every text that must not be seen: values of secret keys, and what features make of them ({@link SettingsGroup#derivedSecrets}). */
    public Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(SecretKeys.values(values));
        groups.stream().filter(group -> problems(group).isEmpty()).forEach(group -> secrets.addAll(of(group).derivedSecrets()));
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
