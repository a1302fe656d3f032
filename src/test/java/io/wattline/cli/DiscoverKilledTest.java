package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.Main;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.TestDatabase;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code wattline discover} by the real launcher: killed in the middle, and against a source that is another the second
 * time.
 */
class DiscoverKilledTest {

    @TempDir
    private Path home;

    private static Map<String, String> environment(Simulator simulator, TestDatabase database) {
        SimulatorSettings.Credentials credentials = simulator.settings().credentials();
        return new HashMap<>(Map.of(
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
                "API_REQUESTS_PER_SECOND",
                "1000"));
    }

    private Process process(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "discover"));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("WATTLINE_HOME", home.toString(), "API_REQUESTS_PER_SECOND", "25"));
        return builder.redirectError(home.resolve("err").toFile()).redirectOutput(home.resolve("out").toFile()).start();
    }

    @Test
    void a_password_that_the_source_refuses_is_said_in_words() {
        TestHome.copyTo(home);
        try (TestDatabase database = TestDatabase.migrated();
                Simulator simulator = Simulator.start(SimulatorSettings.of(Plant.of(1, 7), Clock.systemUTC()))) {
            Map<String, String> environment = environment(simulator, database);
            environment.put("ENISCOPE_PASSWORD", "wrong");
            CliRun run = CliRun.of(WattlineUnderTest.launcher(), home, environment, "discover");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("wattline discover failed: ", "log-in").doesNotContain("Exchange");
        }
    }

    @Test
    void killed_in_the_middle_it_goes_on_where_it_was_asks_nothing_twice_and_the_next_one_says_what_has_changed()
            throws Exception {
        TestHome.copyTo(home);
        try (TestDatabase database = TestDatabase.migrated();
                Simulator simulator = Simulator.start(
                        SimulatorSettings.of(Plant.of(2, 7), Clock.systemUTC()).withTokenUses(1_000_000))) {
            Map<String, String> environment = environment(simulator, database);
            Process killed = process(environment);
            await().until(() -> Long.parseLong(database.rows("select count(*) from api_endpoint_runs").get(0)) >= 20);
            killed.destroyForcibly().waitFor();
            long found = Long.parseLong(database.rows("select count(*) from api_endpoint_runs").get(0));
            assertThat(home.resolve("docs/api.md")).as("nothing is written of half a discovery").doesNotExist();

            long before = simulator.seen().total();
            CliRun rest = CliRun.of(WattlineUnderTest.launcher(), home, environment, "discover", "--fail-on-change");
            assertThat(rest.exitCode()).as(rest.err()).isZero();
            assertThat(rest.out()).containsPattern("discover: \\d+ of \\d+ endpoints")
                    .contains("This was the first run");
            long all = Long.parseLong(database.rows("select count(*) from api_endpoint_runs").get(0));
            assertThat(simulator.seen().total() - before)
                    .as("questions of the second half, and its log-in")
                    .isBetween(all - found, all - found + 1);
            assertThat(database.rows("select count(distinct run_id) from api_endpoint_runs")).containsExactly("1");

            simulator.faults().on(Fault.RESOURCE_ADDED, Fault.RESOURCE_REMOVED, Fault.RESOURCE_CHANGED);
            CliRun changed = CliRun.of(WattlineUnderTest.launcher(), home, environment, "discover", "--fail-on-change");
            assertThat(changed.exitCode()).isEqualTo(1);
            assertThat(changed.out()).contains("new  GET sensors", "gone  GET customparameters", "changed  GET "
                    + "registrations\n", "    registrations[].expires was string, is integer");
            assertThat(Files.readString(home.resolve("docs/api.md"))).containsPattern("documented \\| gone \\| .*`GET "
                    + "customparameters`").contains("| `sensors` | GET, OPTIONS | candidate |");
            simulator.faults().set(List.of());
            assertThat(CliRun.of(WattlineUnderTest.launcher(), home, environment, "discover")
                            .exitCode())
                    .as("a change alone is no failure")
                    .isZero();
            assertThat(Files.readString(home.resolve("docs/api.md"))).contains("| `customparameters` | GET, OPTIONS | "
                    + "documented | under 1 s").containsPattern("candidate \\| gone \\| .*`GET sensors`");
        }
    }
}
