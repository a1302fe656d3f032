package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that holds the changes of alerts that the database does not hold yet: a process that is killed while the
 * database is unreachable leaves them to the next one. The file exists only while there are such changes. Thread-safe.
 */
public final class AlertSpool {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSpool.class);

    private final Path file;

    /** @param folder is made where it does not exist */
    public AlertSpool(Path folder) {
        this.file = folder.resolve("unbooked.json");
    }

    /**
     * The content.
     *
     * @param unbooked the evaluations that the database does not hold yet, oldest first
     * @param sent     messages of them that have been sent, by id, and when
     */
    record Content(List<List<AlertChange>> unbooked, Map<String, Instant> sent) {
    }

    /**
     * Writes the content as it is now. One writer at a time: three deliveries that end together write one after the
     * other, and the last one has the newest content. Never throws: content that cannot be written is still in memory,
     * and the log says that a kill would lose it.
     */
    synchronized void write(Supplier<Content> newest) {
        try {
            Content content = newest.get();
            if (content.unbooked().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "unbooked", ".new");
            Files.writeString(fresh, AlertJson.write(content));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("Alerts: changes cannot be written to {}; they are only in memory: {}", file, e.toString());
        }
    }

    /** What an earlier process has left. An unreadable file is moved aside. */
    Content read() {
        if (Files.exists(file)) {
            try {
                return AlertJson.read(Files.readString(file), new TypeReference<>() { });
            } catch (IOException | IllegalStateException e) {
                LOG.error("Alerts: {} cannot be read and is moved to unbooked.unreadable: {}", file,
                        e.getMessage());
                moveAside();
            }
        }
        return new Content(List.of(), Map.of());
    }

    private void moveAside() {
        try {
            Files.move(file, file.resolveSibling("unbooked.unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("Alerts: {} cannot be moved: {}", file, e.toString());
        }
    }
}
