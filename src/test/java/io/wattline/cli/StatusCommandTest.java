package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.http.HttpServer;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Child;
import io.wattline.testing.FreePort;
import io.wattline.testing.Patience;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} beside a service that runs, beside none, and without a database. */
class StatusCommandTest {

    private static final String TOKEN = "a-token-of-sixteen-or-more";
    private static WattlineUnderTest wattline;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        Clock clock = Clock.systemUTC();
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(2, 1), clock),
                clock,
                Map.of(
                        "readings.history",
                        "1d",
                        "wattline.http.token",
                        TOKEN,
                        "operations.look.cron",
                        "0/1 * * * * ?",
                        "readings.poll.cron",
                        "0/1 * * * * ?"),
                RunMode.TIMERS);
        await().until(() ->
                (long) wattline.value("select count(*) from poll_state where last_reading_at is not null") == 2);
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @Test
    void one_screen_says_all_that_a_running_service_its_database_and_its_disk_say() {
        CliRun run = run(Map.of());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).anySatisfy(line -> assertThat(line).startsWith("wattline            "
                + "development, Java 17").contains("profile prod"))
                .anySatisfy(line -> assertThat(line).matches("service             runs since 20\\S+Z, version "
                        + "development, Camel 4\\.18\\.0, profile prod"))
                .contains("health              all is well", "circuit breaker     CLOSED", "schema              "
                        + "version " + version(), "alerts open         0")
                .anySatisfy(line -> assertThat(line).matches("routes              \\d{2,3} started"))
                .anySatisfy(line -> assertThat(line).matches("ingestion           goes on, in hand \\d+, last success "
                        + "20\\S+Z"))
                .anySatisfy(line -> assertThat(line).matches("disk                \\d+\\.\\d GB free of \\d+\\.\\d GB"))
                .anySatisfy(line -> assertThat(line).matches("poll-timer +20\\S+Z +20\\S+Z"))
                .anySatisfy(line -> assertThat(line).matches("backlog             0 responses wait to be stored"));
        assertThat(run.out().lines()).as("one screen").hasSizeLessThan(60);
    }

    @Test
    void as_json_it_is_one_document_with_what_programs_ask_for() {
        JsonNode status = run(Map.of(), "--json").json();
        assertThat(status.path("program").path("profile").asText()).isEqualTo("prod");
        assertThat(status.path("service").path("breaker").asText()).isEqualTo("CLOSED");
        assertThat(status.path("service").path("routes"))
                .anySatisfy(route -> assertThat(route.path("name").asText()
                                + route.path("group").asText()
                                + route.path("state").asText())
                        .isEqualTo("gaps-findgapsStarted"));
        assertThat(status.path("service").path("timers"))
                .anySatisfy(timer -> assertThat(timer.path("next").asText()).startsWith("20"));
        assertThat(status.path("schemaVersion").asText()).isEqualTo(version());
        assertThat(status.path("disk").path("freeBytes").asLong()).isPositive();
        assertThat(status.path("databaseTrouble").isNull()).isTrue();
    }

    @Test
    void a_route_that_is_stopped_is_named() throws Exception {
        wattline.context().getRouteController().stopRoute("operations-refresh");
        try {
            assertThat(run(Map.of()).out()).contains(" started, 1 stopped: operations-refresh Stopped");
            await().untilAsserted(() -> assertThat(run(Map.of()).out()).containsPattern("health +routes since "
                    + "20\\S+:\\d\\dZ: not started: \\[operations-refresh]"));
        } finally {
            wattline.context().getRouteController().startRoute("operations-refresh");
            await("the next look finds it well").until(() -> run(Map.of()).out().contains("health              all is "
                    + "well"));
        }
    }

    @Test
    void without_a_service_it_says_so_and_what_the_database_says() {
        int port = FreePort.next();
        CliRun run = run(Map.of("WATTLINE_HTTP_PORT", String.valueOf(port)));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "service             not running here: no response at http://127.0.0.1:" + port,
                        "schema              version")
                .doesNotContain("timer ");
        assertThat(run(Map.of("WATTLINE_HTTP_PORT", String.valueOf(port)), "--json")
                        .json()
                        .path("service")
                        .isNull())
                .isTrue();
    }

    @Test
    void something_else_at_the_port_and_another_token_are_told_apart() {
        CliRun other = run(Map.of(
                "WATTLINE_HTTP_PORT",
                String.valueOf(URI.create(wattline.simulator().url()).getPort())));
        assertThat(other.out()).contains("not running here, or not ready yet: another server responds at");
        CliRun token = run(Map.of("WATTLINE_HTTP_TOKEN", "another-token-of-sixteen"));
        assertThat(token.out()).contains("but refuses this WATTLINE_HTTP_TOKEN").doesNotContain("another-token");
    }

    @Test
    void a_database_that_is_away_is_said_and_the_exit_code_is_1() {
        CliRun run = run(Map.of(
                "DATABASE_URL",
                "postgresql://nobody@127.0.0.1:" + FreePort.next() + "/nothing",
                "DATABASE_CONNECT_TIMEOUT",
                "1s"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("service             runs since", "database            is unreachable: ", "disk  ");
    }

    @Test
    void it_watches_until_it_is_told_to_stop_and_ends_well() throws Exception {
        Process watch = Child.start(folder, environment(Map.of()), "status", "--watch", "1s");
        try {
            await().until(() -> Files.readString(folder.resolve("out"))
                            .lines()
                            .filter(line -> line.startsWith("disk "))
                            .count()
                    >= 2);
            // a build in the background has SIGINT ignored, and its children with it; SIGTERM goes the same way
            watch.destroy();
            assertThat(watch.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(watch.exitValue()).isZero();
            assertThat(Files.readString(folder.resolve("out")))
                    .as("no terminal: one block each")
                    .contains("\n\nwattline  ")
                    .doesNotContain("\u001b");
        } finally {
            watch.destroyForcibly();
        }
    }

    @Test
    void how_often_to_watch_must_be_a_length_of_time_above_0() {
        assertThat(run(Map.of(), "--watch", "soon").exitCode()).isEqualTo(2);
        assertThat(run(Map.of(), "--watch", "0s").err()).contains("allowed: a length of time above 0");
    }

    private CliRun run(Map<String, String> more, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "status";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return CliRun.of(WattlineUnderTest.launcher(), folder, environment(more), arguments);
    }

    private static Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL",
                wattline.database().url(),
                "WATTLINE_HTTP_TOKEN",
                TOKEN,
                "WATTLINE_HTTP_PORT",
                String.valueOf(HttpServer.port(wattline.context()).orElseThrow())));
        environment.putAll(more);
        return environment;
    }

    private static String version() {
        return (String) wattline.value("select version from flyway_schema_history where success "
                + "and version is not null order by installed_rank desc limit 1");
    }
}
