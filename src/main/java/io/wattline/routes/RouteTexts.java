package io.wattline.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The texts of {@code routes/*.camel.yaml}. */
public final class RouteTexts {

    static final String ENDING = RouteFile.ENDING;
    /**
     * An editor may delete or empty a file before it writes it, and write it in parts. A folder is read once nothing
     * in it has changed for this long.
     */
    private static final Duration SETTLED = Duration.ofMillis(500);

    private RouteTexts() {
    }

    /**
     * All of a folder; where there is none those of the program, as if they were in it. {@link UncheckedIOException}
     * where they cannot be read.
     */
    public static SortedMap<Path, String> inForce(Path folder) {
        return Files.isDirectory(folder) ? read(folder) : ofProgram(folder);
    }

    /** Those of the program, as if they were in the folder. */
    static SortedMap<Path, String> ofProgram(Path folder) {
        URL place = RouteTexts.class.getResource("/routes");
        try {
            if (place.openConnection() instanceof JarURLConnection packed) {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(packed.getJarFileURL().toURI()))) {
                    return moved(read(jar.getPath("/routes")), folder);
                }
            }
            return moved(read(Path.of(place.toURI())), folder);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The routes of the program cannot be read: " + e.getMessage(), e);
        }
    }

    private static SortedMap<Path, String> moved(Map<Path, String> texts, Path folder) {
        SortedMap<Path, String> moved = new TreeMap<>();
        texts.forEach((file, text) -> moved.put(folder.resolve(file.getFileName().toString()), text));
        return moved;
    }

    /** All of a folder, by file; {@link UncheckedIOException} where it cannot be read. */
    public static SortedMap<Path, String> read(Path folder) {
        SortedMap<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING) && Files.isRegularFile(each))
                    .toList()) {
                readInto(texts, file);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** All texts of a folder, once no editor writes into it any more. */
    static SortedMap<Path, String> settled(Path folder) {
        Map<Path, String> before = null;
        SortedMap<Path, String> now = read(folder);
        while (!now.equals(before)) {
            LockSupport.parkNanos(SETTLED.toNanos());
            before = now;
            now = read(folder);
        }
        return now;
    }

    private static void readInto(Map<Path, String> texts, Path file) throws IOException {
        try {
            texts.put(file, Files.readString(file));
        } catch (NoSuchFileException e) {
            // deleted in between
        }
    }
}
