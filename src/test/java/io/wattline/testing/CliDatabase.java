package io.wattline.testing;

import io.wattline.demo.EmbeddedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL of the test's own with the tables that command line and demo read: one server for all, a schema for each. */
public final class CliDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedDatabase server;

    private CliDatabase() {
    }

    /** A new schema with tables. */
    public static PGSimpleDataSource withTables() {
        PGSimpleDataSource database = empty();
        run(database, tables());
        return database;
    }

    /** A new schema without any: made in no time, where a database takes a second. */
    public static PGSimpleDataSource empty() {
        EmbeddedDatabase running = server();
        String name = "cli_" + NUMBER.incrementAndGet();
        run((PGSimpleDataSource) running.dataSource(), "create schema " + name);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(running.url() + "&currentSchema=" + name);
        return database;
    }

    /** For {@code database.url}. */
    public static String url(PGSimpleDataSource database) {
        return server().url() + "&currentSchema=" + database.getCurrentSchema();
    }

    /** Runs statements. */
    public static void run(PGSimpleDataSource database, String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static String tables() {
        try (InputStream in = CliDatabase.class.getResourceAsStream("tables.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized EmbeddedDatabase server() {
        if (server == null) {
            try {
                Path folder = Files.createTempDirectory("cli-database");
                EmbeddedDatabase started = EmbeddedDatabase.start(folder, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    started.close();
                    delete(folder);
                }));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
