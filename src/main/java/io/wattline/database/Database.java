package io.wattline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Connections to PostgreSQL for a server that suspends after 5 idle minutes and takes seconds to wake (Neon). Options
 * of the URL (such as {@code socketTimeout=60}) win.
 */
public final class Database {

    /** A suspended server has dropped its connections: ours are closed well before its 5 minutes. */
    private static final Duration IDLE = Duration.ofMinutes(2);
    /** No connection grows old: poolers and load balancers cut those that do. */
    private static final Duration LIFE = Duration.ofMinutes(15);
    /** After this long without a response to a statement, the connection is closed. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private Database() {
    }

    /**
     * Opens a pool, also while the database is unreachable: a request for a connection then waits up to {@code
     * connectTimeout} and throws an {@link SQLException}.
     *
     * @param poolSize        the most connections at once; an idle pool holds none, so that the server can suspend
     * @param connectTimeout  longest wait for a connection, a slow awakening of the server included; at least 250 ms
     * @param applicationName as it is to show in {@code pg_stat_activity}
     */
    public static HikariDataSource open(
            DatabaseUrl url, int poolSize, Duration connectTimeout, String applicationName) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(applicationName);
        config.setJdbcUrl(reachable(url).jdbcUrl());
        config.setDataSourceProperties(properties(url, connectTimeout, SILENCE, applicationName));
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(connectTimeout.toMillis());
        config.setValidationTimeout(Math.min(5_000, connectTimeout.toMillis()));
        config.setIdleTimeout(IDLE.toMillis());
        config.setMaxLifetime(LIFE.toMillis());
        // No keep-alive: its queries would keep a suspending server awake, and paid for, for ever. A connection is
        // tested when it is borrowed.
        config.setKeepaliveTime(0);
        SpoiltSessions sessions = new SpoiltSessions();
        config.setExceptionOverride(sessions);
        config.setInitializationFailTimeout(-1);
        return new ConnectionPool(config, sessions);
    }

    /**
     * Single connections past any pooler and without a limit on silence: for a migration, whose statements may take
     * long and rely on their session.
     */
    public static DataSource direct(DatabaseUrl url, Duration connectTimeout, String applicationName) {
        DatabaseUrl direct = url.direct();
        Properties properties = properties(direct, connectTimeout, Duration.ZERO, applicationName);
        if (direct.user() != null) {
            properties.setProperty("user", direct.user());
        }
        if (direct.password() != null) {
            properties.setProperty("password", direct.password());
        }
        return new SimpleDriverDataSource(new Driver(), direct.jdbcUrl(), properties);
    }

    /** Drops a schema with all that is in it; does nothing where it does not exist. */
    public static void dropSchema(DataSource database, String schema) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + statement.enquoteIdentifier(schema, true) + " cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Schema " + schema + " cannot be dropped: " + e.getMessage() + "; drop it by hand", e);
        }
    }

    /** A pooler refuses a schema for a session, so a URL with one connects to the server itself. */
    private static DatabaseUrl reachable(DatabaseUrl url) {
        return url.properties().containsKey("currentSchema") || url.properties().containsKey("options")
                ? url.direct()
                : url;
    }

    private static Properties properties(
            DatabaseUrl url, Duration connectTimeout, Duration silence, String applicationName) {
        Properties properties = new Properties();
        String seconds = Long.toString(Math.max(1, connectTimeout.toSeconds()));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", applicationName);
        // Sent with the log-in and not as statements after it: fewer round trips, and what a pooler understands.
        properties.setProperty("assumeMinServerVersion", "15");
        if (reachable(url).pooled()) {
            // Statements prepared on the server do not survive a pooler that changes the server connection at every
            // transaction.
            properties.setProperty("prepareThreshold", "0");
        }
        properties.putAll(url.properties());
        return properties;
    }
}
