package io.wattline.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Which routes and settings files a run went by: 12 hexadecimal digits over names and contents. */
public final class ConfigurationHash {

    private ConfigurationHash() {
    }

    /** Over {@code routes/} and {@code config/} of {@code home}; folders that are missing count as empty. */
    public static String of(Path home) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String folder : List.of("routes", "config")) {
                for (Path file : files(home.resolve(folder))) {
                    digest.update(home.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read routes/ and config/ below " + home, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*\\.(yaml|properties|xml)")).sorted().toList();
        }
    }
}
