package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertControl;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.ReplayControl;
import io.wattline.http.HttpServer;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever names what does not exist is told so, with the nearest that does, by every verb, action and operation. */
class UnknownNamesTest {

    private static final String TOKEN = "a-token-of-the-test-1234567890";
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:05:00.123456789Z"));
    private static final WattlineUnderTest WATTLINE = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(2, 1),
            CLOCK), CLOCK, Map.of("readings.history", "1h", "wattline.http.token", TOKEN), RunMode.TIMERS);
    @TempDir
    private Path home;

    static {
        WATTLINE.sync();
        WATTLINE.database().execute("insert into dead_letters (stage, channel_id, rule, reason, payload) values "
                + "('validate', 61001, 'power-range', 'r', '{}')");
    }

    @AfterAll
    static void close() {
        WATTLINE.close();
    }

    private CliRun run(String command) {
        Map<String, String> environment = new HashMap<>(Map.of("DATABASE_URL", WATTLINE.database().url(), "USER", "ann",
                "ENISCOPE_API_URL", WATTLINE.simulator().url(), "ENISCOPE_API_KEY", "demo-key",
                "ENISCOPE_EMAIL", "demo@example.org", "ENISCOPE_PASSWORD", "demo"));
        return CliRun.of(WattlineUnderTest.launcher(), home, environment, command.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "alerts silence --rule no-dat --for 2h --reason r|2|did you mean no-data?",
        "alerts silence --site 2327 --for 2h --reason r|2|23271",
        "alerts silence --channel 99999999 --for 2h --reason r|2|nearest: 61002",
        "alerts show 99|1|99",
        "alerts ack 99|1|99",
        "alerts unsilence 99|1|99",
        "alerts test --to slak|1|slack",
        "dead-letters list --rule power-rang|2|did you mean power-range?",
        "dead-letters list --channel 99999|2|nearest: 61002",
        "dead-letters discard --rule power-rang --reason r|2|did you mean power-range?",
        "dead-letters discard 99 --reason r|1|99",
        "dead-letters replay --rule power-rang|2|did you mean power-range?",
        "dead-letters replay --channel 99999|2|nearest: 61002",
        "dead-letters show 99|1|99",
        "find-gaps --channel 99999|2|nearest: 61002",
        "backfill --gaps --channel 99999|2|nearest: 61002",
        "backfill resume 99|2|99",
        "backfill pause 99|2|99",
        "backfill cancel 99|2|99",
        "reconcile --channel 99999|2|nearest: 61002",
        "estimate --channel 99999|1|nearest: 61002",
        "validate --channel 99999|2|nearest: 61002",
        "sync --channel 99999|1|nearest: 61002",
        "validate accept 99 --reason r|1|99",
        "validate withdraw 99|1|99",
        "drift close 99 --reason r|1|99"})
    void a_verb_refuses(String command, int exitCode, String says) {
        CliRun run = run(command);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.out() + run.err()).contains(says);
        assertThat(WATTLINE.value("select count(*) from alert_silences")).isEqualTo(0L);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', value = {
        "POST|/api/alerts/silence|{'rule':'no-dat','for':'2h','reason':'r'}|400|no-data",
        "POST|/api/alerts/silence|{'site':'Example Mill','for':'2h','reason':'r'}|400|is 23272",
        "POST|/api/alerts/silence|{'channel':99999999,'for':'2h','reason':'r'}|400|nearest: 61002",
        "POST|/api/alerts/acknowledge|{'alert':99}|409|Alert 99",
        "POST|/api/silences/end|{'silence':99}|409|Silence 99",
        "POST|/api/dead-letters/replay|{'rule':'power-rang'}|400|power-range",
        "POST|/api/dead-letters/discard|{'rule':'power-range','channel':99999,'reason':'r'}|400|nearest: 61002",
        "POST|/api/findings/accept|{'finding':99,'reason':'r'}|409|99",
        "POST|/api/backfills|{'startDate':'2026-02-01','endDate':'2026-02-02','channels':[99999]}|400|nearest: 61002",
        "POST|/api/backfills/pause|{'job':99}|409|99",
        "GET|/api/channels?site=2327||400|23271",
        "GET|/api/dead-letters?rule=power-rang||400|power-range",
        "GET|/api/dead-letters?channel=99999||400|nearest: 61002",
        "GET|/api/gaps?channel=99999||400|nearest: 61002",
        "GET|/api/channels/99999||404|99999",
        "GET|/api/channels/99999/readings?start=2026-02-01T00:00:00Z&end=2026-02-02T00:00:00Z||404|99999",
        "GET|/api/alerts/99||404|99"})
    void an_action_refuses(String method, String path, String body, int status, String says) throws Exception {
        String base = "http://127.0.0.1:" + HttpServer.port(WATTLINE.context()).orElseThrow();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + TOKEN);
        if (method.equals("POST")) {
            request.header("Content-Type", "application/json")
                    .header("Origin", base)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            body.replace('\'', '"').replace("}", ",\"by\":\"ann\"}")));
        }
        HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains(says);
    }

    @Test
    void an_operation_over_jmx_refuses() {
        AlertControl alerts = new AlertControl(new AlertActions(WATTLINE.database().dataSource(),
                () -> List.of("no-data", "gap-long"), CLOCK), () -> { });
        assertThatThrownBy(() -> alerts.silenceAlerts("gap-lon", "", "2h", "r", "ann"))
                .hasMessageContaining("gap-long");
        assertThatThrownBy(() -> alerts.silenceAlerts("", "Example Mill", "2h", "r", "ann"))
                .hasMessageContaining("is 23272");
        assertThatThrownBy(() -> alerts.acknowledgeAlert(99, "ann")).hasMessageContaining("99");
        assertThatThrownBy(() -> new ReplayControl(new DeadLetters(WATTLINE.database().dataSource()), null, "ann")
                .replayDeadLetters("power-rang")).hasMessageContaining("did you mean power-range?");
        assertThat(WATTLINE.value("select count(*) from alert_silences")).isEqualTo(0L);
    }

    @Test
    void the_right_names_are_taken() {
        assertThat(run("find-gaps --channel 61001").exitCode()).isZero();
        assertThat(run("dead-letters list --rule power-range --channel 61001").exitCode()).isZero();
    }
}
