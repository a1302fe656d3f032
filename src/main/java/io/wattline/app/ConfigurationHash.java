package io.wattline.app;

import io.wattline.routes.RouteSettings;
import io.wattline.routes.RouteTexts;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which routes, settings and files of settings are in force: 12 hexadecimal digits over their names and contents,
 * whether they are on disk or those of the jar. An edit that has not been taken over changes nothing: files of {@code
 * config/} count as they were when the process started, those that are taken while it runs, alert rules and routes, as
 * they run. Settings count as they are in force, wherever they come from; secrets do not.
 */
public final class ConfigurationHash {

    /** Files of {@code config/} that decide what happens to readings and when people are notified. */
    static final List<String> FILES = List.of(
            "config/alerts.yaml",
            "config/anomalies.yaml",
            "config/discovery.yaml",
            "config/estimation.yaml",
            "config/fields.yaml",
            "config/quality.yaml",
            "config/reports.yaml",
            "config/routes.yaml",
            "config/rules.yaml",
            "config/tariffs.yaml",
            "config/virtual-meters.yaml");

    private final SortedMap<String, String> settings;
    private final SortedMap<String, String> routes;

    private ConfigurationHash(SortedMap<String, String> settings, SortedMap<String, String> routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /** The configuration of this start. */
    public static ConfigurationHash of(Settings settings) {
        SortedMap<String, String> parts = new TreeMap<>();
        settings.openProperties().forEach((key, value) -> parts.put((String) key, (String) value));
        FILES.forEach(name -> parts.put(name, ConfigFile.read(settings.home(), name).text()));
        return new ConfigurationHash(parts, byName(RouteTexts.inForce(settings.of(RouteSettings.class).directory())));
    }

    /** The same with other routes. */
    public ConfigurationHash withRoutes(Map<Path, String> running) {
        return new ConfigurationHash(settings, byName(running));
    }

    /** The same with another text of one of its files. */
    public ConfigurationHash withFile(String name, String text) {
        SortedMap<String, String> parts = new TreeMap<>(settings);
        parts.put(name, text);
        return new ConfigurationHash(parts, routes);
    }

    /** 12 hexadecimal digits. */
    public String text() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List.of(settings, routes).forEach(parts -> parts.forEach((name, text) -> {
                digest.update((name + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static SortedMap<String, String> byName(Map<Path, String> texts) {
        SortedMap<String, String> named = new TreeMap<>();
        texts.forEach((file, text) -> named.put(file.getFileName().toString(), text));
        return named;
    }
}
