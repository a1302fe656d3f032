package io.wattline.testing;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own for a test class, in one PostgreSQL per JVM: {@code migrated()} is a copy of a template that
 * was migrated once (some 100 ms), {@code empty()} has nothing.
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.migrated();
 * @AfterAll static void close() { DATABASE.close(); }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final String name;
    private HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A fresh database with the present schema. */
    public static TestDatabase migrated() {
        return create(" template " + Template.NAME);
    }

    /** A fresh database with nothing in it. */
    public static TestDatabase empty() {
        return create("");
    }

    /** As {@code DATABASE_URL} has it. */
    public String url() {
        return "postgresql://postgres:test-password@127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    public DatabaseUrl databaseUrl() {
        return DatabaseUrl.parse(url());
    }

    /** A pool that is made at first use and closed with the database. */
    public synchronized HikariDataSource dataSource() {
        if (dataSource == null) {
            dataSource = Database.open(databaseUrl(), 6, Duration.ofSeconds(30), name);
        }
        return dataSource;
    }

    /**
     * Runs statements, separated by semicolons, in one transaction. It gives way to a service that works in the same
     * tables and begins again, before the server sees a deadlock and chooses a victim.
     */
    public void execute(String sql) {
        await(sql).pollDelay(Duration.ZERO).until(() -> executed(sql));
    }

    private boolean executed(String sql) {
        try (Connection connection = dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '300ms'; " + sql + "; reset lock_timeout");
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Rows of a query, column names as keys. */
    public List<Map<String, Object>> maps(String sql, Object... arguments) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet results = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (results.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
                        row.put(results.getMetaData().getColumnLabel(column), results.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Rows of a query, each as its values joined by {@code |}. */
    public List<String> rows(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (results.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(results.getString(column)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /**
     * The database goes away: connections are cut, also in the middle of a statement, and no new one is accepted. When
     * it comes back, the test itself takes new ones.
     */
    public void goAway() {
        Server.execute("alter database " + name + " with allow_connections false");
        Server.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '" + name + "'");
        dataSource().getHikariPoolMXBean().softEvictConnections();
    }

    public void comeBack() {
        Server.execute("alter database " + name + " with allow_connections true");
    }

    /** Views see the data as of that instant, in every connection that is opened from now on. */
    public void setClock(Instant now) {
        Server.execute("alter database " + name + " set wattline.now = '" + now + "'");
        dataSource().getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public synchronized void close() {
        if (dataSource != null) {
            dataSource.close();
        }
        Server.execute("drop database if exists " + name + " with (force)");
    }

    private static TestDatabase create(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        Server.execute("create database " + name + template);
        return new TestDatabase(name);
    }

    /** One server per JVM; nothing of it outlives the JVM, so nothing is forced to disk. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPort(FreePort.next())
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("max_wal_size", "2GB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
        }

        static synchronized void execute(String sql) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    private static final class Template {

        static final String NAME = make();

        private static String make() {
            Server.execute("create database template_migrated");
            Migration.run(
                    Database.direct(
                            new TestDatabase("template_migrated").databaseUrl(), Duration.ofSeconds(30), "template"),
                    "public");
            return "template_migrated";
        }
    }
}
