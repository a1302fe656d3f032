package io.wattline.ops;

import io.wattline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which routes, settings and files of settings are in force: 12 hexadecimal digits over their names and contents. An edit that has not been taken
 * over changes nothing: files of {@code config/} count as they were when the process started, routes as they run. Settings count as they are in force,
 * wherever they come from; secrets do not.
 */
public final class ConfigurationHash {

    private final SortedMap<String, String> settings;
    private final SortedMap<String, String> routes;

    private ConfigurationHash(SortedMap<String, String> settings, SortedMap<String, String> routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /** What starts now; folders that are missing count as empty. */
    public static ConfigurationHash of(Settings settings) {
        SortedMap<String, String> parts = new TreeMap<>();
        settings.openProperties().forEach((key, value) -> parts.put((String) key, (String) value));
        Path config = settings.home().resolve("config");
        files(config).forEach(file -> parts.put(config.relativize(file).toString(), text(file)));
        Path routes = settings.path("routes.directory");
        return new ConfigurationHash(parts, byName(Files.isDirectory(routes) ? RouteTexts.read(routes) : Map.of()));
    }

    /** The same with other routes. */
    public ConfigurationHash with(Map<Path, String> running) {
        return new ConfigurationHash(settings, byName(running));
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those whose text is not in force otherwise: settings stand for the files of {@code .properties}. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".yaml")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }
}
