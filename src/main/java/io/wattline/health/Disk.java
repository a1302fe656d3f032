package io.wattline.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk of a folder, which need not be there yet. */
public record Disk(Path folder) {

    /** The folder, or the first above it that exists. */
    Path there() {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    /** What this process may still write, in bytes. */
    public long freeBytes() {
        try {
            return store().getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(there() + " does not say how full its disk is", e);
        }
    }

    public long sizeBytes() {
        try {
            return store().getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(there() + " does not say how large its disk is", e);
        }
    }

    /** Of its size, 0 to 1. */
    public double freeShare() {
        return freeBytes() / (double) Math.max(1, sizeBytes());
    }

    private FileStore store() throws IOException {
        return Files.getFileStore(there());
    }
}
