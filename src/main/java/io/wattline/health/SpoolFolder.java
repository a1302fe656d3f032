package io.wattline.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder {@code data/spool}: responses that arrived while the database could not store them. */
public record SpoolFolder(Path path) {

    /** Number of responses that are stored as soon as the database accepts them. */
    public long waiting() {
        return files(path, ".json");
    }

    /** Number of files that cannot be read; a person has to look at them. */
    public long unreadable() {
        return files(unreadableFolder(), "");
    }

    Path unreadableFolder() {
        return path.resolve("unreadable");
    }

    private static long files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }
}
