package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.Child;
import io.wattline.testing.Patience;
import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} as a process of its own, as the start script starts it, in the middle of a back-fill. */
class RunTest {

    @TempDir
    private Path folder;

    @Test
    void a_signal_stops_it_within_ten_seconds_and_no_batch_is_lost_whatever_else_is_sent() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(); Simulator simulator = start()) {
            Process run = run(environment(simulator, database));
            try {
                await().until(() -> count(database, "select count(*) from ingestion_logs") > 8);
                long asked = System.nanoTime();
                run.destroy();
                run.destroy();
                assertThat(run.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
            } finally {
                run.destroyForcibly();
            }
            assertThat(run.exitValue()).as("128 + SIGTERM").isEqualTo(143);
            assertThat(Files.readString(folder.resolve("out")))
                    .contains("runs; health: http://127.0.0.1")
                    .endsWith("Wattline has stopped.\n");
            assertThat(Files.readString(folder.resolve("data/logs/run.log")))
                    .doesNotContain(" ERROR ")
                    .as("Camel's own hook would race with ours")
                    .doesNotContain("hang up");
            assertThat(spooled()).isEmpty();
            assertThat(count(database, "select count(*) from readings"))
                    .as("in the middle")
                    .isBetween(96L, 3L * 95 * 96);
            mustBeWholeUpToTheCursors(database, simulator);
        }
    }

    @Test
    void a_source_that_is_silent_does_not_keep_it_from_stopping() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(); Simulator simulator = start()) {
            Process run = run(environment(simulator, database));
            try {
                await().until(() -> count(database, "select count(*) from ingestion_logs") > 8);
                simulator.faults().on(Fault.SILENCE).share(1);
                long before = count(database, "select count(*) from ingestion_logs");
                await("all workers wait for the source").during(Duration.ofSeconds(1)).until(() -> {
                    long now = count(database, "select count(*) from ingestion_logs");
                    return now - before < 5;
                });
                long asked = System.nanoTime();
                run.destroy();
                assertThat(run.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
            } finally {
                run.destroyForcibly();
            }
            assertThat(run.exitValue()).isEqualTo(143);
            mustBeWholeUpToTheCursors(database, simulator);
        }
    }

    @Test
    void it_refuses_to_start_without_its_settings_and_names_each() throws Exception {
        Process run = run(Map.of());
        assertThat(run.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err")))
                .contains("DATABASE_URL", "ENISCOPE_API_KEY", "ENISCOPE_EMAIL", "ENISCOPE_PASSWORD")
                .contains("Nothing was started");
    }

    private static Simulator start() {
        return Simulator.start(SimulatorSettings.of(Plant.of(3, 1), Clock.systemUTC())
                .withPauses(Duration.ofSeconds(1), Duration.ofSeconds(40)));
    }

    private static Map<String, String> environment(Simulator simulator, TestDatabase database) {
        SimulatorSettings.Credentials credentials = simulator.settings().credentials();
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL",
                database.url(),
                "ENISCOPE_API_URL",
                simulator.url(),
                "ENISCOPE_API_KEY",
                credentials.apiKey(),
                "ENISCOPE_EMAIL",
                credentials.email(),
                "ENISCOPE_PASSWORD",
                credentials.password()));
        environment.putAll(Map.of(
                "READINGS_WINDOW_MAX",
                "1d",
                "READINGS_POLL_CRON",
                "0/1 * * * * ?",
                "API_REQUESTS_PER_SECOND",
                "50",
                "WATTLINE_HTTP_PORT",
                "0"));
        return environment;
    }

    private Process run(Map<String, String> environment) throws IOException {
        return Child.start(folder, environment, "run");
    }

    private static void mustBeWholeUpToTheCursors(TestDatabase database, Simulator simulator) throws SQLException {
        Instant from = Instant.parse(text(database, "select to_char(min(\"timestamp\") at time zone 'UTC', "
                + "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from readings"));
        for (PlantChannel channel : simulator.plant().channels()) {
            String cursor = text(database, "select to_char(cursor at time zone 'UTC', "
                    + "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from poll_state where channel_id = " + channel.channelId());
            if (cursor != null) {
                KeptReadings.mustBeTrue(
                        database.dataSource(),
                        simulator.truth(),
                        channel.channelId(),
                        new Interval(from, Instant.parse(cursor)));
                assertThat(count(database, "select count(*) from readings r join poll_state p using (channel_id) "
                        + "where r.\"timestamp\" >= p.cursor")).isZero();
            }
        }
    }

    private List<Path> spooled() throws IOException {
        if (!Files.isDirectory(folder.resolve("data/spool"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("data/spool"))) {
            return files.toList();
        }
    }

    private static long count(TestDatabase database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    private static String text(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
