package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.Main;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.Patience;
import io.wattline.testing.TestDatabase;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed in the middle of filling a history, at whatever moment: what it leaves is true up to each
 * cursor, and the next one goes on from there.
 */
class KillTest {

    /** Five channels over ten days. */
    private static final int ALL = 5 * 10 * 96;

    @TempDir
    private static Path home;

    private static Simulator simulator;
    private TestDatabase database;
    private Process process;

    @BeforeAll
    static void start() {
        TestHome.copyTo(home);
        simulator = Simulator.start(SimulatorSettings.of(Plant.of(5, 3), Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void emptyDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        process.destroyForcibly();
        database.close();
    }

    /** {@code wattline sync} as a process of its own, with windows of a day in batches of 50, 25 requests a second. */
    private void sync() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sync");
        SimulatorSettings.Credentials credentials = simulator.settings().credentials();
        builder.environment()
                .putAll(Map.of(
                        "WATTLINE_HOME",
                        home.toString(),
                        "ENISCOPE_API_URL",
                        simulator.url(),
                        "ENISCOPE_API_KEY",
                        credentials.apiKey(),
                        "ENISCOPE_EMAIL",
                        credentials.email(),
                        "ENISCOPE_PASSWORD",
                        credentials.password(),
                        "DATABASE_URL",
                        database.url(),
                        "READINGS_HISTORY",
                        "10d",
                        "READINGS_WINDOW_MAX",
                        "1d",
                        "READINGS_BATCH_SIZE",
                        "50",
                        "API_REQUESTS_PER_SECOND",
                        "25"));
        try {
            process = builder.redirectErrorStream(true).redirectOutput(home.resolve("sync.log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitForTheMiddle() {
        long before = readings();
        await().pollInterval(Duration.ofMillis(20)).until(() -> readings() >= before + 500);
        assertThat(process.isAlive()).isTrue();
    }

    private long readings() {
        return (Long) rows("select count(*) from readings").get(0);
    }

    private void finish() throws InterruptedException {
        assertThat(process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).as("ends by itself").isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** One value a row. */
    private List<Object> rows(String sql, Object... arguments) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<Object> values = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    values.add(row.getObject(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Instant first(String sql, int channelId) {
        List<Object> values = rows(sql, channelId);
        return values.isEmpty() || values.get(0) == null ? null : ((Timestamp) values.get(0)).toInstant();
    }

    /**
     * What the dead process had begun in the database has ended, one way or the other, and no connection of its is
     * left: the server ends each a moment after the process does.
     */
    private void waitForItsTransactions() {
        await().alias("connections left behind").until(() -> rows("select pid from pg_stat_activity "
                + "where datname = current_database() and application_name = 'wattline'").isEmpty());
    }

    /** From the first window on, each channel has every reading before its cursor, and none behind it. */
    private void mustBeTrueUpToEachCursor() {
        for (PlantChannel channel : simulator.plant().channels()) {
            int id = channel.channelId();
            Instant cursor = first("select cursor from poll_state where channel_id = ?", id);
            if (cursor == null) {
                assertThat(rows("select id from readings where channel_id = ?", id)).isEmpty();
            } else {
                Instant start = first("select min(start_time) from ingestion_logs where channel_id = ?", id);
                KeptReadings.mustBeTrue(database.dataSource(), simulator.truth(), id, new Interval(start, cursor));
                assertThat(rows("select id from readings where channel_id = ? and (\"timestamp\" < ? "
                        + "or \"timestamp\" >= ?)", id, Timestamp.from(start),
                        Timestamp.from(cursor))).as("channel %d outside of [%s, %s)", id, start, cursor).isEmpty();
            }
        }
    }

    private void mustBeWhole() {
        mustBeTrueUpToEachCursor();
        assertThat(readings()).isBetween((long) ALL - 5, (long) ALL + 5);
        Instant now = Instant.now();
        assertThat(rows("select cursor from poll_state")).hasSize(5).allSatisfy(cursor ->
                assertThat(((Timestamp) cursor).toInstant()).isBetween(now.minus(Duration.ofMinutes(25)), now));
        assertThat(rows("select count(*) from dead_letters").get(0)).isEqualTo(0L);
        assertThat(rows("select count(*) from reading_history").get(0))
                .as("readings that were written twice")
                .isEqualTo(0L);
        assertThat(rows("select count(*) from runs where finished_at is null").get(0)).as("runs that seem to go on")
                .isEqualTo(0L);
    }

    @Test
    void killed_twice_in_the_middle_the_table_is_true_up_to_the_cursor_and_whole_in_the_end()
            throws InterruptedException {
        for (int times = 0; times < 2; times++) {
            sync();
            waitForTheMiddle();
            process.destroyForcibly().waitFor();
            waitForItsTransactions();
            assertThat(readings()).isLessThan(ALL - 5);
            mustBeTrueUpToEachCursor();
        }
        sync();
        finish();
        mustBeWhole();
    }

    @Test
    void asked_to_stop_it_ends_within_ten_seconds_after_the_batch_at_hand_and_goes_on_the_next_time()
            throws InterruptedException {
        sync();
        waitForTheMiddle();
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        waitForItsTransactions();
        assertThat(readings()).isLessThan(ALL - 5);
        mustBeTrueUpToEachCursor();
        assertThat(rows("select count(*) from ingestion_logs where status <> 'success'").get(0)).as("windows that "
                + "were left half way").isEqualTo(0L);
        sync();
        finish();
        mustBeWhole();
    }
}
