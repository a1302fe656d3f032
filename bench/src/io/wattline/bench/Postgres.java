package io.wattline.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A PostgreSQL 17 of its own, as durable as one in production: a commit is on the disk. */
final class Postgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final long pid;

    private Postgres(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    static Postgres start(Path folder) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("unix_socket_directories", "");
        settings().forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        return new Postgres(server, Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0)));
    }

    /**
     * What is set; all else is PostgreSQL's default. No checkpoint falls into a round, since each round starts with
     * one.
     */
    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "512MB");
        settings.put("max_wal_size", "8GB");
        settings.put("checkpoint_timeout", "30min");
        // tells the bench when the last row was committed
        settings.put("track_commit_timestamp", "on");
        return settings;
    }

    /** Version and settings as the server itself has them. */
    String description() throws SQLException {
        String names = settings().keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return text("postgres", "select split_part(version(), ' on ', 1) || ', ' || (select string_agg(name || ' = ' "
                + "|| current_setting(name), ', ' order by name)"
                + " from pg_settings where name in (" + names + "))");
    }

    /** CPU time of the whole server so far, in s. */
    double cpuSeconds() {
        return ProcessTimes.treeCpuSeconds(pid);
    }

    String url(String database) {
        return "postgresql://" + USER + ":" + USER + "@127.0.0.1:" + server.getPort() + "/" + database;
    }

    void create(String database, String template) throws SQLException {
        execute("postgres", "create database " + database + (template == null ? "" : " template " + template));
    }

    void drop(String database) throws SQLException {
        execute("postgres", "drop database if exists " + database + " with (force)");
    }

    /** Everything before is on the disk, so that a round pays for nothing but itself. */
    void settle() throws SQLException {
        execute("postgres", "checkpoint");
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connection(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one value of a query. */
    double number(String database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    String text(String database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    Connection connection(String database) throws SQLException {
        return server.getDatabase(USER, database).getConnection();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
