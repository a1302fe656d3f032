package io.wattline.settings;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where {@code routes/}, {@code config/} and {@code data/} are: {@code WATTLINE_HOME}, else the checkout, else the
 * folder of the jar.
 */
public final class Home {

    private Home() {
    }

    /** The home folder; {@link SettingsException} where {@code WATTLINE_HOME} names no folder. */
    public static Path find(Map<String, String> environment) {
        String named = environment.getOrDefault("WATTLINE_HOME", "").strip();
        if (named.isEmpty()) {
            return of(codeLocation());
        }
        Path home = Path.of(named).toAbsolutePath().normalize();
        if (!Files.isDirectory(home)) {
            throw new SettingsException("WATTLINE_HOME is '" + named + "', which is no folder; allowed: the folder "
                    + "that holds config/ and data/,"
                    + " or unset for the folder of the program. Nothing was started.");
        }
        return home;
    }

    /**
     * The home that belongs to a jar or a folder of classes: one directly in a {@code target/} of Maven belongs to the
     * checkout around it.
     */
    static Path of(Path code) {
        Path folder = code.getParent();
        return folder.endsWith("target") ? folder.getParent() : folder;
    }

    private static Path codeLocation() {
        try {
            return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own place is not a file: set WATTLINE_HOME", e);
        }
    }
}
