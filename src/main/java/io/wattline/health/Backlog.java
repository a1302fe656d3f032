package io.wattline.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What waits in {@code data/spool} because it cannot be stored now. */
public record Backlog(Path spool) {

    /** Answers that are stored as soon as the database takes them. */
    public long waiting() {
        return files(spool, ".json");
    }

    /** Files that nobody can read, for a person to look at. */
    public long unreadable() {
        return files(unreadableFolder(), "");
    }

    Path unreadableFolder() {
        return spool.resolve("unreadable");
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
