package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database is still to be told of alerts, in a file beside the spool: a process that is killed while the database is away leaves it to the next one.
 * The file is there only while there is something in it.
 */
public final class AlertSpool {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSpool.class);

    private final Path file;

    /** @param folder made where it is not there */
    public AlertSpool(Path folder) {
        this.file = folder.resolve("unbooked.json");
    }

    /**
     * The content.
     *
     * @param unbooked what the database does not know yet, oldest first
     * @param sent     which of its messages have been sent, by id, and when
     */
    record Held(List<List<AlertChange>> unbooked, Map<String, Instant> sent) {
    }

    /** Never throws: what cannot be written is in memory still, and the log says that a kill would lose it. */
    void write(Held held) {
        try {
            if (held.unbooked().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("unbooked.new");
            Files.writeString(fresh, AlertJson.write(held));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("Alerts: what the database is still to be told cannot be written to {}, only memory has it: {}", file, e.toString());
        }
    }

    /** What an earlier process has left. A file that cannot be read is put aside. */
    Held read() {
        if (Files.exists(file)) {
            try {
                return AlertJson.read(Files.readString(file), new TypeReference<>() { });
            } catch (IOException | IllegalStateException e) {
                LOG.error("Alerts: {} cannot be read and is put aside as unbooked.unreadable; what it says of alerts while the database was away is not booked: {}", file, e.getMessage());
                putAside();
            }
        }
        return new Held(List.of(), Map.of());
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling("unbooked.unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("Alerts: {} cannot be moved: {}", file, e.toString());
        }
    }
}
