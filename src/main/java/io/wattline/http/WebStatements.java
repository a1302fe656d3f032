package io.wattline.http;

import io.wattline.database.NamedSql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of {@code db/web}, read once. */
final class WebStatements {

    private static final Map<String, Optional<NamedSql>> READ = new ConcurrentHashMap<>();

    private WebStatements() {
    }

    /** The statement of a name such as {@code channels.items}; empty where there is none. */
    static Optional<NamedSql> find(String name) {
        return READ.computeIfAbsent(name, each -> text(each).map(NamedSql::parse));
    }

    static Optional<String> text(String name) {
        try (InputStream in = WebStatements.class.getResourceAsStream("/db/web/" + name + ".sql")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("db/web/" + name + ".sql cannot be read", e);
        }
    }
}
