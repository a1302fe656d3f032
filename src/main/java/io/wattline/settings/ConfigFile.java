package io.wattline.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of {@code config/}: the one on disk wins over the copy in the jar. */
public record ConfigFile(String name, String text) {

    /** @param name such as {@code config/fields.yaml} */
    public static ConfigFile read(Path home, String name) {
        Path onDisk = home.resolve(name);
        try {
            if (Files.isRegularFile(onDisk)) {
                return new ConfigFile(onDisk.toString(), Files.readString(onDisk));
            }
            return ofProgram(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + onDisk, e);
        }
    }

    /** The copy in the jar, whatever is on disk. */
    public static ConfigFile ofProgram(String name) {
        try (InputStream inJar = ConfigFile.class.getResourceAsStream("/" + name)) {
            if (inJar == null) {
                throw new IllegalStateException("There is no " + name + ", neither on disk nor in the jar");
            }
            return new ConfigFile(name + " (in the jar)", new String(inJar.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " in the jar", e);
        }
    }
}
