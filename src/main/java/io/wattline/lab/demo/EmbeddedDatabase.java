package io.wattline.lab.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * PostgreSQL 17 as a child process of this one, its data kept in a folder from one start to the next. Only this machine
 * reaches it, without password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";
    static final String DATABASE = "wattline";
    /**
     * A file that is written when the cluster is whole: without it, a start was killed before anything could be stored.
     */
    private static final String COMPLETE = "wattline.complete";
    /** Recovery after a kill -9 takes longer than an ordinary start. */
    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it, on {@code port} where that is free; a server that a killed process left behind in the folder is
     * stopped first.
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            LeftBehind.clear(folder, COMPLETE);
            EmbeddedDatabase database = new EmbeddedDatabase(server(folder, Ports.freeOr(port)).start());
            database.createDatabase();
            Files.writeString(folder.resolve(COMPLETE), "The cluster is whole: it is kept "
                    + "from one start to the next.\n");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded PostgreSQL does not start on " + folder + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres.Builder server(Path folder, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_MAX)
                .setServerConfig("unix_socket_directories", "")
                // Data are kept between two demos, so that fsync is on; a commit need not wait for it.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("jit", "off");
    }

    /** For {@code database.url}. */
    public String url() {
        return server.getJdbcUrl(USER, DATABASE);
    }

    /** For people: what {@code psql} and {@code DATABASE_URL} take. */
    public String address() {
        return "postgresql://" + USER + "@localhost:" + server.getPort() + "/" + DATABASE;
    }

    public int port() {
        return server.getPort();
    }

    /** Connections without a pool. */
    public DataSource dataSource() {
        return server.getDatabase(USER, DATABASE);
    }

    /** Stops it, and what still runs in it. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not stop", e);
        }
    }

    private void createDatabase() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.executeUpdate("create database " + DATABASE);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("The embedded PostgreSQL cannot make the database " + DATABASE, e);
        }
    }
}
