package io.wattline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A home of a test's own: real copies of {@code routes/} and {@code config/} that it may edit. */
public final class TestHome {

    private TestHome() {
    }

    /** Copies them into {@code folder}, which it gives back. */
    public static Path copyTo(Path folder) {
        for (String part : new String[] {"routes", "config"}) {
            try (Stream<Path> files = Files.list(Path.of(part))) {
                Files.createDirectories(folder.resolve(part));
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    /** Changes a file as an editor does; it must become another. */
    public static void edit(Path file, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("The edit changes nothing in " + file);
            }
            Files.writeString(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
