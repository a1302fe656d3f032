package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.Main;
import io.wattline.app.KeptReadings;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.Patience;
import io.wattline.testing.TestDatabase;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wattline backfill}: the real launcher, a simulated source, and a database whose channels are known. */
class BackfillCommandTest {

    private static final Plant PLANT = Plant.of(3, 7);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private static Path home;

    private static Simulator simulator;
    private static TestDatabase database;

    @BeforeAll
    static void start() {
        TestHome.copyTo(home);
        simulator = Simulator.start(SimulatorSettings.of(PLANT, Clock.systemUTC()));
        database = TestDatabase.migrated();
        assertThat(run(
                                "sync",
                                "--start-date",
                                TODAY.minusDays(2).toString(),
                                "--end-date",
                                TODAY.minusDays(1).toString())
                        .exitCode())
                .isZero();
    }

    @AfterAll
    static void close() {
        database.close();
        simulator.close();
    }

    @BeforeEach
    void nothing_read_yet() {
        database.execute("truncate readings, reading_history, ingestion_logs, data_gaps, backfill_jobs, "
                + "backfill_windows");
    }

    private static Map<String, String> environment() {
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
                credentials.password(),
                "USER",
                "somebody"));
        environment.putAll(
                Map.of("READINGS_WINDOW_MAX", "1d", "API_REQUESTS_PER_SECOND", "1000", "BACKFILL_LEASE", "2s"));
        return environment;
    }

    private static CliRun run(String... arguments) {
        return CliRun.of(WattlineUnderTest.launcher(), home, environment(), arguments);
    }

    private static String[] days(int from, int to, String... more) {
        return Stream.concat(
                        Stream.of(
                                "backfill",
                                "--start-date",
                                TODAY.minusDays(from).toString(),
                                "--end-date",
                                TODAY.minusDays(to).toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static List<String> cursors(TestDatabase of) {
        try (Connection connection = of.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select cursor::text from poll_state order by channel_id")) {
            List<String> cursors = new ArrayList<>();
            while (row.next()) {
                cursors.add(row.getString(1));
            }
            return cursors;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void mustBeTrue(int from, int to) {
        Interval interval = new Interval(
                TODAY.minusDays(from).atStartOfDay(ZoneOffset.UTC).toInstant(),
                TODAY.minusDays(to).atStartOfDay(ZoneOffset.UTC).toInstant());
        PLANT.channels()
                .forEach(channel -> KeptReadings.mustBeTrue(
                        database.dataSource(), simulator.truth(), channel.channelId(), interval));
    }

    @Test
    void days_are_read_with_progress_and_a_last_word() {
        CliRun run = run(days(5, 2));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("backfill job \\d+ \\(range, open\\): \\d of 9 windows").containsPattern(
                "Backfill job \\d+ is done: 9 of 9 windows of 3 channels, 0 of them failed; 864 readings "
                        + "fetched, 864 new, 0 corrected, 0 rejected\\.");
        mustBeTrue(5, 2);
        CliRun list = run("backfill", "list");
        assertThat(list.out()).contains("range", "done", "9 of 9", "864", "somebody");
    }

    @Test
    void gaps_are_read_and_the_result_is_one_document() {
        database.execute("insert into data_gaps (channel_id, gap_start, gap_end, missing_slots) values (61002, '"
                + TODAY.minusDays(4) + "T00:00Z', '" + TODAY.minusDays(3) + "T00:00Z', 96)");
        CliRun run = run("backfill", "--gaps", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode job = run.json();
        assertThat(job.path("kind").asText()).isEqualTo("gaps");
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("inserted").asLong()).isEqualTo(96);
        run("find-gaps", "--days", "9");
        assertThat(count("data_gaps where closed_at is null and reason is null")).as("a gap of an earlier tool, "
                + "without a reason, ends like any other").isZero();
        assertThat(run("backfill", "list", "--json").json())
                .singleElement()
                .satisfies(each -> assertThat(each.path("windowsOver").asInt()).isEqualTo(1));
    }

    @Test
    void where_there_is_nothing_to_read_it_says_so() {
        assertThat(run("backfill", "--gaps")).returns(0, CliRun::exitCode).satisfies(run -> assertThat(run.out())
                .contains("There is nothing to fetch"));
        assertThat(run("backfill", "--gaps", "--json").json().path("nothingToRead").asBoolean()).isTrue();
    }

    @Test
    void a_channel_or_a_job_that_nobody_knows_is_wrong_usage() {
        assertThat(run(days(5, 2, "--channel", "99")))
                .returns(2, CliRun::exitCode)
                .satisfies(run -> assertThat(run.err()).contains("channel 99 does not exist"));
        for (String verb : new String[] {"pause", "resume", "cancel"}) {
            assertThat(run("backfill", verb, "4711"))
                    .returns(2, CliRun::exitCode)
                    .satisfies(run -> assertThat(run.err()).contains("Backfill job 4711 does not exist"));
        }
        assertThat(count("backfill_jobs")).isZero();
    }

    @Test
    void killed_and_stopped_in_the_middle_a_job_goes_on_where_it_was() throws Exception {
        Process killed = process(days(25, 2));
        await().until(() -> count("backfill_windows where state = 'done'") >= 6);
        killed.destroyForcibly().waitFor();
        assertThat(count("backfill_windows where state = 'open'")).isPositive();
        String job = run("backfill", "list", "--json").json().get(0).path("jobId").asText();

        Process stopped = process("backfill", "resume", job);
        long before = count("backfill_windows where state = 'done'");
        await().until(() -> count("backfill_windows where state = 'done'") >= before + 6);
        stopped.destroy();
        assertThat(stopped.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(home.resolve("out")))
                .contains("A running service (wattline run) continues it, "
                        + "or continue it here with: wattline backfill resume "
                        + job)
                .as("where people write 1.056,5")
                .containsPattern("\\d,\\d{3} readings")
                .doesNotContainPattern("\\d\\.\\d{3} readings");
        assertThat(count("backfill_windows where claimed_until > now()")).as("windows that it has kept").isZero();

        assertThat(run("backfill", "pause", job).out()).contains("paused");
        CliRun end = run("backfill", "resume", job);
        assertThat(end.exitCode()).as(end.out() + end.err()).isZero();
        assertThat(end.out()).contains("is done: 69 of 69 windows");
        mustBeTrue(25, 2);
        assertThat(count("readings")).isEqualTo(3 * 23 * 96L);
        assertThat(count("reading_history")).as("readings that were written twice").isZero();
        assertThat(run("backfill", "cancel", job)).returns(2, CliRun::exitCode).satisfies(run -> assertThat(run.err())
                .contains("is done"));
    }

    /** In a process of its own on a Turkish machine, 25 requests a second. */
    private static Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.environment().putAll(Map.of("WATTLINE_HOME", home.toString(), "API_REQUESTS_PER_SECOND", "25"));
        return builder.redirectError(home.resolve("err").toFile()).redirectOutput(home.resolve("out").toFile()).start();
    }

    @Test
    void a_hole_of_ninety_days_in_twenty_channels_is_filled_by_one_command() {
        Plant plant = Plant.of(20, 7);
        try (TestDatabase twenty = TestDatabase.migrated();
                Simulator source = Simulator.start(SimulatorSettings.of(plant, Clock.systemUTC()))) {
            Map<String, String> environment = environment();
            environment.putAll(Map.of(
                    "DATABASE_URL",
                    twenty.url(),
                    "ENISCOPE_API_URL",
                    source.url(),
                    "READINGS_HISTORY",
                    "1d",
                    "READINGS_WINDOW_MAX",
                    "7d"));
            assertThat(CliRun.of(WattlineUnderTest.launcher(), home, environment, "sync").exitCode()).isZero();
            List<String> cursors = cursors(twenty);
            CliRun run = CliRun.of(WattlineUnderTest.launcher(), home, environment, days(93, 3));
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("20 channels, 0 of them failed; 172,800 readings fetched, "
                    + "172,800 new");
            Interval hole = new Interval(
                    TODAY.minusDays(93).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    TODAY.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant());
            plant.channels()
                    .forEach(channel ->
                            KeptReadings.mustBeTrue(twenty.dataSource(), source.truth(), channel.channelId(), hole));
            assertThat(cursors(twenty)).hasSize(20).isEqualTo(cursors);
        }
    }

    @Test
    void a_job_that_could_not_be_read_ends_with_1_and_says_how_to_go_on() {
        simulator.faults().on(Fault.SUBSCRIPTION_ENDED);
        try {
            CliRun run = run(days(4, 2));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("is failed", "2 of them failed", "402", "Request the failed windows again "
                    + "with: wattline backfill resume");
        } finally {
            simulator.faults().set(List.of());
        }
    }
}
