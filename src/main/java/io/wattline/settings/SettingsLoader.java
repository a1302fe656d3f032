package io.wattline.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Reads settings in the order that {@link Settings} describes. */
final class SettingsLoader {

    private static final String BASE = "config/application.properties";

    private final Path home;
    private final String profile;
    private final Map<String, String> environment;
    private final List<Class<? extends SettingsGroup>> groups;
    private final Map<String, String> values = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    SettingsLoader(
            Path home, String profile, Map<String, String> environment, List<Class<? extends SettingsGroup>> groups) {
        this.groups = groups;
        this.home = home;
        this.profile = profile;
        this.environment = environment;
    }

    Settings load() {
        Map<String, String> shipped = inJar(BASE).orElseThrow(() -> new IllegalStateException("The jar lacks " + BASE));
        groups.stream()
                .flatMap(group -> SettingKey.of(group).stream())
                .forEach(key -> values.put(key.key(), key.setting().fallback()));
        values.putAll(shipped);
        NearMiss known = new NearMiss(Set.copyOf(values.keySet()));
        take(onDisk(BASE).orElse(Map.of()), BASE, known);
        String file = "config/application-" + profile + ".properties";
        take(onDisk(file).or(() -> inJar(file)).orElseThrow(() -> noProfile(file)), file, known);
        for (String key : Set.copyOf(values.keySet())) {
            Optional.ofNullable(environment.get(Settings.variable(key))).ifPresent(value -> values.put(key, value));
        }
        warnings.addAll(known.variables(environment.keySet()));
        List<String> overrides = CamelOverrides.problems(environment.keySet(),
                System.getProperties().stringPropertyNames(), values);
        if (!overrides.isEmpty()) {
            throw new SettingsException("Nothing was started, because of " + overrides.size() + " setting(s):",
                    overrides);
        }
        return new Settings(home, profile, values, groups, warnings);
    }

    private void take(Map<String, String> found, String file, NearMiss known) {
        warnings.addAll(known.keys(found.keySet(), file));
        values.putAll(found);
    }

    private SettingsException noProfile(String file) {
        return new SettingsException("There is no profile '" + profile + "': neither " + home.resolve(file)
                + " nor the jar has it; allowed: demo, prod, or one for which you add that file. Nothing was started.");
    }

    private Optional<Map<String, String>> onDisk(String file) {
        Path path = home.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Optional.of(read(in));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(path + " cannot be read: " + e.getMessage() + ". Nothing was started.");
        }
    }

    private static Optional<Map<String, String>> inJar(String file) {
        try (InputStream in = SettingsLoader.class.getResourceAsStream("/" + file)) {
            return in == null ? Optional.empty() : Optional.of(read(in));
        } catch (IOException e) {
            throw new IllegalStateException("The jar's " + file + " cannot be read", e);
        }
    }

    private static Map<String, String> read(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, String> map = new TreeMap<>();
        properties.forEach((key, value) -> map.put((String) key, (String) value));
        return map;
    }
}
