package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.TestDatabase;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wattline reconcile}: the real launcher and a simulated source. */
class ReconcileCommandTest {

    private static final int ONE = 61001;
    private static final Instant YESTERDAY =
            Interval.floor(Instant.now(), Duration.ofDays(1)).minus(Duration.ofDays(1));

    @TempDir
    private static Path home;

    private static Simulator simulator;
    private static TestDatabase database;

    @BeforeAll
    static void start() {
        TestHome.copyTo(home);
        simulator = Simulator.start(SimulatorSettings.of(Plant.of(2, 7), Clock.systemUTC()));
        database = TestDatabase.migrated();
        assertThat(run("sync").exitCode()).isZero();
    }

    @AfterAll
    static void close() {
        database.close();
        simulator.close();
    }

    private static CliRun run(String... arguments) {
        SimulatorSettings.Credentials credentials = simulator.settings().credentials();
        return CliRun.of(
                WattlineUnderTest.launcher(),
                home,
                Map.of(
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
                        "READINGS_HISTORY",
                        "2d",
                        "API_REQUESTS_PER_SECOND",
                        "1000",
                        "BACKFILL_SHARE",
                        "90"),
                arguments);
    }

    private static Interval hour(int hour) {
        return new Interval(YESTERDAY.plus(Duration.ofHours(hour)), YESTERDAY.plus(Duration.ofHours(hour + 1)));
    }

    @Test
    void what_could_be_repaired_is_told_and_ends_with_0_and_what_only_we_hold_is_named_and_ends_with_1()
            throws IOException {
        simulator.amendments().correct(ONE, hour(3), YESTERDAY, 1500);
        CliRun repaired = run("reconcile", "--days", "1");
        assertThat(repaired.exitCode()).as(repaired.err()).isZero();
        assertThat(repaired.out()).containsPattern("61001 +96 +0 +4 +0 +0 +0 +repaired").contains("192 slots of 2 "
                + "channels compared: 0 were missing and 4 changed, all repaired; 0 only in the database");
        simulator.amendments().vanish(ONE, hour(5), YESTERDAY);
        CliRun extra = run("reconcile", "--days", "1", "--channel", "61001");
        assertThat(extra.exitCode()).isOne();
        assertThat(extra.out())
                .containsPattern("61001 +96 +0 +0 +4 +0 +0 +differs +" + hour(5).start() + " and 3 more");
        CliRun json = run("reconcile", "--days", "1", "--channel", "61001", "--json");
        JsonNode document = new ObjectMapper().readTree(json.out());
        assertThat(document.size()).isOne();
        assertThat(document.get(0).get("extra").asInt()).isEqualTo(4);
        assertThat(document.get(0).get("verdict").asText()).isEqualTo("differs");
    }

    @Test
    void wrong_usage_is_said() {
        assertThat(run("reconcile", "--days", "0")).returns(2, CliRun::exitCode).satisfies(run -> assertThat(run.err())
                .contains("--days is 0", "1 to 3660"));
        assertThat(run("reconcile", "--channel", "99"))
                .returns(2, CliRun::exitCode)
                .satisfies(run -> assertThat(run.err()).contains("channel 99 does not exist; nearest: 61001"));
    }
}
