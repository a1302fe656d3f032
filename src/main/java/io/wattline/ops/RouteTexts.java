package io.wattline.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The texts of {@code routes/*.camel.yaml} that run: what an edit is compared with, checked together with, and taken back to. */
final class RouteTexts {

    static final String ENDING = ".camel.yaml";
    /** An editor may empty a file before it writes it, and write it in parts: a text counts when it has not changed for so long. */
    private static final Duration SETTLED = Duration.ofMillis(200);

    private final Map<Path, String> running = new TreeMap<>();

    RouteTexts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                running.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** All that run, by file. */
    Map<Path, String> running() {
        return running;
    }

    void runs(Path file, String text) {
        running.put(file, text);
    }

    /** The text of a file when nobody writes it any more; empty where the file is gone. */
    static Optional<String> settled(Path file) {
        try {
            String before = null;
            String now = read(file);
            while (!now.equals(before)) {
                LockSupport.parkNanos(SETTLED.toNanos());
                before = now;
                now = read(file);
            }
            return Files.exists(file) ? Optional.of(now) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
