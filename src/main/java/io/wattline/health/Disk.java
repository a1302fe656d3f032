package io.wattline.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk that holds a folder. The folder itself need not exist yet. */
public record Disk(Path folder) {

    /** The folder, or its nearest parent that exists. */
    Path existingFolder() {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    /** What this process may still write, in bytes. */
    public long freeBytes() {
        try {
            return store().getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The free space of the disk of " + existingFolder() + " cannot be read", e);
        }
    }

    public long sizeBytes() {
        try {
            return store().getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The size of the disk of " + existingFolder() + " cannot be read", e);
        }
    }

    /** Free space as a share of the size, 0 to 1. */
    public double freeShare() {
        return freeBytes() / (double) Math.max(1, sizeBytes());
    }

    private FileStore store() throws IOException {
        return Files.getFileStore(existingFolder());
    }
}
