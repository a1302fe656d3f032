package io.wattline.health;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.DatabaseFault;
import io.wattline.database.SpoiltSessions;
import io.wattline.database.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks whether readings can be kept: it keeps one and takes it back. A database that is read-only, or whose table
 * {@code readings} is locked, answers every question and keeps nothing.
 */
final class WriteTrial {

    /** A lock that is held for less is nothing unusual. */
    private static final String LIMITS = "set local lock_timeout = '2s'; set local statement_timeout = '3s'";
    /** How long an error of a real write counts: a full disk refuses only what needs new pages. */
    private static final Duration FAULT_AGE_MAX = Duration.ofMinutes(1);

    private final Supplier<HikariDataSource> own;
    private final HikariDataSource database;

    /**
     * @param own      has a connection left also where ingestion waits with all of its connections
     * @param database of ingestion
     */
    WriteTrial(Supplier<HikariDataSource> own, HikariDataSource database) {
        this.own = own;
        this.database = database;
    }

    /** What stands in the way, in words; empty where nothing does. */
    Optional<String> run() {
        try (Connection connection = own.get().getConnection()) {
            keepAndTakeBack(connection);
            return storageFault();
        } catch (SQLException e) {
            return Optional.of("readings cannot be kept: " + DatabaseFault.words(e));
        }
    }

    /** The pool rolls back what is not committed. */
    private static void keepAndTakeBack(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
            statement.execute(SqlFile.text("health-write"));
        }
    }

    private Optional<String> storageFault() {
        return database.getExceptionOverride() instanceof SpoiltSessions sessions
                ? sessions.storageFault(FAULT_AGE_MAX).map(found -> "a statement failed within the last minute: "
                + DatabaseFault.words(found)) : Optional.empty();
    }
}
