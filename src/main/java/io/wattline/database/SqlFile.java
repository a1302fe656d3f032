package io.wattline.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of {@code db/sql} that Java runs. Their parameters are question marks. */
public final class SqlFile {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private SqlFile() {
    }

    /** @param name of the file without {@code .sql}; {@link IllegalArgumentException} where it does not exist */
    public static String text(String name) {
        return TEXTS.computeIfAbsent(name, SqlFile::read);
    }

    private static String read(String name) {
        String path = "db/sql/" + name + ".sql";
        try (InputStream in = SqlFile.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException(path + " does not exist");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
