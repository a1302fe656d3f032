package io.wattline.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Brings a schema to what this version of Wattline needs: an empty one, and one that people already have (see
 * docs/adopting-a-database.md). All pending steps run in one transaction: a migration that is stopped leaves the schema
 * as it was, and can be run again.
 */
public final class Migration {

    /** The oldest PostgreSQL that has all that the tables use (unique nulls not distinct). */
    private static final int SERVER_VERSION_MIN = 15;
    /** SQLSTATE after the wait for a table (60 s, see V1) is over. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String SHIPPED = "classpath:db/migration";
    private static final Pattern SCRIPT = Pattern.compile("[VR]\\d+__\\w+\\.sql");

    private Migration() {
    }

    /**
     * What a migration did.
     *
     * @param before   schema version before; null where Wattline had not been there
     * @param after    schema version now
     * @param applied  steps that ran; 0 = nothing to do
     * @param adopted  readings that were there before Wattline was; all are kept
     * @param setAside how many of those are in readings_set_aside, because another row had their channel and instant
     */
    public record Result(String before, String after, int applied, long adopted, long setAside) {
    }

    /**
     * Migrates.
     *
     * @param source give {@link Database#direct}: a pooler or a limit on silence may cut a long step
     * @param schema of {@link DatabaseUrl#schema()}; made where it does not exist. No other schema is touched.
     * @throws MigrationException where it cannot be done; then nothing has changed
     */
    public static Result run(DataSource source, String schema) {
        return run(source, schema, null);
    }

    /**
     * The same with migrations of the installation's own, such as {@code R__05_own_columns.sql}: repeatable ones, in
     * the order of their names among Wattline's.
     *
     * @param own folder of them; may be missing
     */
    public static Result run(DataSource source, String schema, Path own) {
        try {
            requireServer(source);
            Flyway flyway = flyway(source, schema, own);
            String before = version(flyway);
            long there = before == null ? count(source, schema, "readings") : 0;
            if (before != null) {
                ShippedViews.renew(source, schema);
            }
            MigrateResult done = flyway.migrate();
            return new Result(
                    before,
                    version(flyway),
                    done.migrationsExecuted,
                    there,
                    before == null ? count(source, schema, "readings_set_aside") : 0);
        } catch (FlywayException | SQLException e) {
            throw new MigrationException(
                    "Schema " + schema + " was not migrated, and nothing in it has changed: " + reason(e)
                            + " Correct what it names and run ./wattline migrate again; until then Wattline does not "
                            + "start.",
                    e);
        }
    }

    private static Flyway flyway(DataSource source, String schema, Path own) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema)
                .locations(
                        own != null && Files.isDirectory(own)
                                ? new String[] {SHIPPED, "filesystem:" + own}
                                : new String[] {SHIPPED})
                // own migrations stay in force where the home lacks them, such as a home on another machine
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .baselineDescription("the database that people already had")
                .group(true)
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    private static String version(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        return current == null
                        || current.getVersion() == null
                        || current.getVersion().getVersion().equals("0")
                ? null
                : current.getVersion().getVersion();
    }

    private static void requireServer(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < SERVER_VERSION_MIN) {
                throw new SQLException(
                        "the server is PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                                + ", needed is " + SERVER_VERSION_MIN + " or later.");
            }
        }
    }

    private static long count(DataSource source, String schema, String table) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(schema, true) + "." + table;
            try (ResultSet there = connection.getMetaData().getTables(null, schema, table, new String[] {"TABLE"})) {
                if (!there.next()) {
                    return 0;
                }
            }
            try (ResultSet rows = statement.executeQuery("select count(*) from " + name)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** PostgreSQL's own words and the step that it stopped at, without Flyway's frame. */
    private static String reason(Exception e) {
        Throwable cause = e;
        while (!(cause instanceof PSQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = cause.getMessage();
        if (cause instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            ServerErrorMessage server = postgres.getServerErrorMessage();
            words = server.getMessage() + (server.getDetail() == null ? "" : " (" + server.getDetail() + ")")
                    + (LOCK_NOT_AVAILABLE.equals(server.getSQLState()) ? " (another program holds a table; stop what "
                    + "reads or writes it for the time of the migration)" : "");
        }
        Matcher script = SCRIPT.matcher(String.valueOf(e.getMessage()));
        return (script.find() ? "step " + script.group() + ": " : "")
                + words.strip()
                + (words.strip().endsWith(".") ? "" : ".");
    }
}
