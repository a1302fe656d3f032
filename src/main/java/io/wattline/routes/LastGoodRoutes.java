package io.wattline.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the routes that ran last, for a start at which the folder of routes has a mistake. */
public final class LastGoodRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LastGoodRoutes.class);

    private final Path folder;

    /** @param folder of the copy; it is made when the first copy is kept */
    public LastGoodRoutes(Path folder) {
        this.folder = folder;
    }

    /** The texts, as if they were in {@code routes}; empty where none were kept. */
    public SortedMap<Path, String> read(Path routes) {
        SortedMap<Path, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            RouteTexts.read(folder).forEach((file, text) -> texts.put(routes.resolve(file.getFileName()), text));
        }
        return texts;
    }

    /** Keeps a copy of the texts that run. A copy that cannot be written is a warning: the routes run all the same. */
    public void keep(Map<Path, String> texts) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, String> each : texts.entrySet()) {
                keep(folder.resolve(each.getKey().getFileName().toString()), each.getValue());
            }
            removeOthers(texts);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Routes: the running routes cannot be copied to {}: {}. A start with a mistake in routes/ runs an "
                    + "older copy, or the routes of the program", folder, e.getMessage());
        }
    }

    private static void keep(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Path unfinished = Files.createTempFile(file.getParent(), "route", ".new");
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void removeOthers(Map<Path, String> texts) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                boolean isKept = texts.keySet().stream()
                        .anyMatch(each -> each.getFileName().toString().equals(file.getFileName().toString()));
                if (!isKept) {
                    Files.delete(file);
                }
            }
        }
    }
}
