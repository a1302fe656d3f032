package io.wattline.health;

import java.io.File;
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

    /** Size of all its files in bytes; 0 where the folder does not exist. */
    public long bytes() {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be listed", e);
        }
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
