package io.wattline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.health.Health;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Runs;
import io.wattline.settings.ConfigFile;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.support.SimpleRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An integration engineer edits routes of a Wattline that runs on its timers. */
class RouteReloadTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-08T00:10:00Z"));
    private static final String PROBE = """
            - route:
                id: probe-a
                description: A route of the test.
                from:
                  id: probe-a-from
                  description: Nobody sends.
                  uri: seda:probe-a
                  steps:
                    - setBody:
                        id: probe-a-body
                        description: Something.
                        expression:
                          constant:
                            expression: first
            """;

    private static final String POLL_CYCLE = "description: Starts the polls that are due, then sends the canary "
            + "and the heartbeat. Body - none.";
    private static final String GAPS_RECENT = "description: Searches all of gaps.find-all.range, in case a change "
            + "went unnoticed. Body - none; gives the findings.";

    @TempDir
    private static Path folder;
    private static Path home;
    private static WattlineUnderTest wattline;
    private CapturedLog log;

    @BeforeAll
    static void start() throws IOException {
        home = TestHome.copyTo(folder);
        // as where several installations share their routes
        Files.move(home.resolve("routes"), home.resolve("shared-routes"));
        Files.createSymbolicLink(home.resolve("routes"), Path.of("shared-routes"));
        Files.writeString(home.resolve("routes/probe.camel.yaml"), PROBE);
        wattline = WattlineUnderTest.start(
                home,
                SimulatorSettings.of(Plant.of(3, 1), CLOCK).withPauses(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                CLOCK,
                Map.of(
                        "readings.history",
                        "1d",
                        "readings.window.max",
                        "1d",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "readings.poll.parallel",
                        "1"),
                RunMode.TIMERS,
                Map.of());
        await().until(() -> count("select count(*) from readings") == 3 * 96);
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @BeforeEach
    void listen() {
        log = CapturedLog.open();
    }

    @AfterEach
    void hush() {
        log.close();
    }

    @Test
    void an_edit_takes_effect_without_a_restart_and_runs_name_the_new_configuration() {
        Object before = wattline.value("select configuration_hash from runs order by run_id desc limit 1");
        edit("poll", POLL_CYCLE, "description: Edited while it runs.");
        awaitEffect("poll");
        assertThat(route("poll-cycle").getDescription()).isEqualTo("Edited while it runs.");
        pollOnce();
        assertThat(wattline.value("select configuration_hash from runs order by run_id desc limit 1"))
                .isNotEqualTo(before);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("the edit of poll.camel.yaml has taken effect"))
                .as("one edit is taken once")
                .hasSize(1);
    }

    @Test
    void a_route_comes_and_goes_with_its_file() throws IOException {
        Path file = home.resolve("routes/guest.camel.yaml");
        Files.writeString(file, PROBE.replace("probe-a", "guest-a") + PROBE.replace("probe-a", "guest-b"));
        awaitEffect("guest");
        assertThat(route("guest-a")).isNotNull();
        assertThat(wattline.context().getRouteController().getRouteStatus("guest-b").isStarted()).isTrue();
        Files.writeString(file, PROBE.replace("probe-a", "guest-a").replace("first", "second"));
        await().until(() -> route("guest-b") == null);
        assertThat(route("guest-a")).isNotNull();
        Path renamed = home.resolve("routes/visitor.camel.yaml");
        Files.move(file, renamed);
        awaitEffect("visitor");
        assertThat(route("guest-a")).as("another file has it now").isNotNull();
        Files.delete(renamed);
        awaitGone("visitor");
        assertThat(route("guest-a")).isNull();
    }

    @Test
    void a_timer_that_is_made_of_a_template_comes_changes_and_goes_with_its_file() throws IOException {
        Path file = home.resolve("routes/clock.camel.yaml");
        String reader = PROBE.replace("probe-a", "clock-read").replace("seda:", "direct:");
        Files.writeString(file, timer("clock-tick", "gaps.find.cron", "clock-read") + reader);
        awaitEffect("clock");
        assertThat(route("clock-tick").getEndpoint().getEndpointUri()).contains("timers/clock-read-gaps.find.cron");
        assertThat(route("clock-tick").getGroup())
                .as("of the file that holds it, not of its template's")
                .isEqualTo("clock");
        assertThat(route("clock-tick").getDescription()).isEqualTo("Calls clock-read at the times of gaps.find.cron.");
        assertThat(wattline.context().getRouteController().getRouteStatus("clock-tick").isStarted()).isTrue();
        log.close();
        log = CapturedLog.open();
        Files.writeString(
                file,
                timer("clock-tick", "gaps.find-all.cron", "clock-read")
                        + timer("clock-tock", "gaps.find.cron", "clock-read")
                        + reader);
        awaitEffect("clock");
        assertThat(route("clock-tick").getEndpoint().getEndpointUri()).contains("timers/clock-read-gaps.find-all.cron");
        assertThat(route("clock-tock")).isNotNull();
        log.close();
        log = CapturedLog.open();
        Files.writeString(file, timer("clock-tock", "gaps.find.cron", "clock-read") + reader);
        awaitEffect("clock");
        assertThat(route("clock-tick")).isNull();
        Route tock = route("clock-tock");
        edit("defaults", "description: Calls {{to}} at the times of {{cron}}.", "description: Edited template of "
                + "{{to}}.");
        awaitEffect("defaults");
        assertThat(route("clock-tock")).as("made anew").isNotSameAs(tock);
        assertThat(route("clock-tock").getDescription()).isEqualTo("Edited template of clock-read.");
        edit("defaults", "description: Edited template of {{to}}.", "description: Calls {{to}} at the times of "
                + "{{cron}}.");
        await().until(() -> route("clock-tock") != null && route("clock-tock").getDescription().startsWith("Calls"));
        Files.delete(file);
        awaitGone("clock");
        assertThat(route("clock-tock")).isNull();
    }

    @Test
    void a_timer_with_a_wrong_parameter_is_refused_with_its_line() throws IOException {
        Path file = home.resolve("routes/clock.camel.yaml");
        Files.writeString(
                file,
                timer("clock-tick", "gaps.fine.cron", "gaps-finds")
                        + timer("clock-tock", "gaps.find.cron", "gaps-find").replace("name: to", "name: too"));
        await().until(() -> log.lines().stream().anyMatch(line -> line.startsWith("ERROR Routes: the edit of "
                + "clock.camel.yaml is refused")));
        assertThat(log.lines()).anySatisfy(line -> assertThat(line)
                .contains("clock.camel.yaml, line 5: no route " + "reads direct:gaps-finds")
                .contains("clock.camel.yaml, line 5: {{gaps.fine.cron}}, which routes cannot read")
                .contains("clock.camel.yaml, line 7: templatedRoute clock-tock without parameter 'to'")
                .contains("clock.camel.yaml, line 10: unknown parameter 'too'"));
        Files.delete(file);
        awaitAgainAsItRuns("clock");
    }

    private static String timer(String id, String cron, String to) {
        return """
                - templatedRoute:
                    routeTemplateRef: timer
                    routeId: %s
                    prefixId: %s-
                    parameters: [{name: cron, value: %s}, {name: to, value: %s}]
                """.formatted(id, id, cron, to);
    }

    @Test
    void a_file_that_others_need_cannot_be_taken_away() throws IOException {
        Path file = home.resolve("routes/dead-letters.camel.yaml");
        String text = Files.readString(file);
        Files.delete(file);
        await().until(() -> log.lines().stream().anyMatch(line -> line.startsWith("ERROR Routes: the removal of "
                + "dead-letters.camel.yaml is refused")
                && line.contains("no route reads direct:dead-letters-keep")));
        assertThat(route("dead-letters-keep")).isNotNull();
        Files.writeString(file, text);
        awaitAgainAsItRuns("dead-letters");
    }

    @Test
    void a_file_that_is_written_in_two_steps_is_taken_once_and_whole() throws IOException {
        Path file = home.resolve("routes/slow.camel.yaml");
        String whole = PROBE.replace("probe-a", "slow-a") + PROBE.replace("probe-a", "slow-b");
        Files.writeString(file, "");
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        Files.writeString(file, whole);
        awaitEffect("slow");
        assertThat(route("slow-b")).isNotNull();
        assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        Files.delete(file);
        awaitGone("slow");
    }

    @Test
    void edits_that_only_together_make_sense_are_taken_when_both_are_there() throws IOException {
        String sender = PROBE.replace("probe-a", "sender-a").replace("- setBody:",
                "- to:\n            id: sender-a-to\n            description: On.\n            uri: "
                        + "direct:receiver-a\n        - setBody:");
        Files.writeString(home.resolve("routes/sender.camel.yaml"), sender);
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains("no route reads direct:receiver-a")));
        Files.writeString(
                home.resolve("routes/receiver.camel.yaml"),
                PROBE.replace("probe-a", "receiver-a").replace("seda:", "direct:"));
        awaitEffect("sender");
        assertThat(route("receiver-a")).isNotNull();
        Files.delete(home.resolve("routes/sender.camel.yaml"));
        Files.delete(home.resolve("routes/receiver.camel.yaml"));
        awaitGone("sender");
        awaitGone("receiver");
    }

    /** Of each kind one: RouteReviewTest and RoutesCheckTest have the rest. */
    static Stream<Arguments> brokenEdits() {
        return Stream.of(
                Arguments.of(
                        "yaml that is none",
                        "        description: Something.",
                        "        description: Something: " + "else",
                        "mapping values are not allowed"),
                Arguments.of("an option that no endpoint has", "uri: seda:probe-a", "uri: seda:probe-a?sise=3", "sise"),
                Arguments.of("a program of the machine", "uri: seda:probe-a", "uri: exec:probe-a", "exec"),
                Arguments.of(
                        "a secret, which routes cannot read",
                        "uri: seda:probe-a",
                        "uri: seda:probe-a?size={{eniscope.api.key}}",
                        "eniscope.api.key"),
                Arguments.of(
                        "an id of another file's route",
                        "    id: probe-a\n",
                        "    id: take-keep\n",
                        "take.camel.yaml"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenEdits")
    void a_broken_edit_is_refused_with_file_and_line_and_the_routes_that_run_go_on(
            String what, String good, String bad, String word) throws IOException {
        Path file = home.resolve("routes/probe.camel.yaml");
        Route running = route("probe-a");
        String hash = hash();
        String broken = PROBE.replace(good, bad);
        assertThat(broken).isNotEqualTo(PROBE);
        Files.writeString(file, broken);
        await().until(() -> log.lines().stream().anyMatch(line -> line.startsWith("ERROR Routes: the edit of "
                + "probe.camel.yaml is refused")));
        String said = log.lines().stream().filter(line -> line.startsWith("ERROR")).findFirst().orElseThrow();
        assertThat(said).contains(word).contains("the running routes stay").doesNotContain("\n")
                .doesNotContain(wattline.simulator().settings().credentials().apiKey());
        String culprit = bad.strip()
                .lines()
                .filter(line -> line.contains(word) || word.endsWith(line.strip()))
                .findFirst()
                .orElse(bad.strip().lines().findFirst().orElseThrow())
                .strip();
        assertThat(said).contains("probe.camel.yaml, line " + line(broken, culprit) + ":");
        assertThat(route("probe-a")).isSameAs(running);
        assertThat(hash()).as("what is refused is not in force").isEqualTo(hash);
        assertThat(wattline.context().getRouteController().getRouteStatus("probe-a").isStarted()).isTrue();
    }

    @Test
    void an_edit_that_takes_a_reader_from_other_files_or_from_the_program_is_refused() {
        Route keep = route("dead-letters-keep");
        edit(
                "dead-letters",
                "dead-letters-keep",
                "dead-letters-kept",
                "sql/dead-letters-kept",
                "sql/dead-letters-keep");
        await().until(() -> log.lines().stream()
                .anyMatch(line ->
                        line.contains("is refused") && line.contains("no route reads direct:dead-letters-keep")));
        assertThat(route("dead-letters-keep")).isSameAs(keep);
        edit("dead-letters", "dead-letters-kept", "dead-letters-keep");
        awaitAgainAsItRuns("dead-letters");
        edit(
                "dead-letters",
                "dead-letters-replay",
                "dead-letters-again",
                "sql/dead-letters-again",
                "sql/dead-letters-replay");
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains("no route reads "
                + "direct:dead-letters-replay")));
        pollOnce();
        edit("dead-letters", "dead-letters-again", "dead-letters-replay");
    }

    @Test
    void an_edited_route_configuration_is_taken_over_by_the_routes_of_other_files() {
        Route poll = route("poll-timer");
        edit("defaults", "deadLetterUri: direct:errors-take", "deadLetterUri: log:edited");
        awaitEffect("defaults");
        assertThat(route("poll-timer")).as("made anew").isNotNull().isNotSameAs(poll);
        assertThat(route("errors-take")).isNotNull();
        assertThat(wattline.context().hasEndpoint("log:edited"))
                .as("where breakdowns of poll-timer go now")
                .isNotNull();
        pollOnce();
        edit("defaults", "deadLetterUri: log:edited", "deadLetterUri: direct:errors-take");
        awaitEffect("defaults");
        pollOnce();
    }

    @Test
    void routes_that_reach_for_more_than_is_allowed_do_not_start(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("probe.camel.yaml"), PROBE.replace("uri: seda:probe-a", "uri: exec:probe-a"));
        RouteCheck check = new RouteCheck(
                RoutePolicy.parse(ConfigFile.read(home, "config/routes.yaml")),
                new Properties(),
                Set.of(),
                new SimpleRegistry(),
                Set.of());
        RouteEdits edits = new RouteEdits();
        StartRoutes chosen =
                StartRoutes.choose(other, check, new LastGoodRoutes(other.resolve("nothing")), edits);
        assertThat(chosen.texts().keySet()).contains(other.resolve("poll.camel.yaml"));
        assertThat(chosen.texts().keySet()).doesNotContain(other.resolve("probe.camel.yaml"));
        assertThat(edits.reason()).get().asString().contains(
                "The routes of the program run in place of those of " + other,
                "probe.camel.yaml, line 7: endpoint 'exec:', which runs any program of the machine");
    }

    @Test
    void a_refused_edit_is_in_health_in_an_alert_and_in_the_audit_log_until_it_is_corrected() throws IOException {
        Files.writeString(home.resolve("routes/probe.camel.yaml"), PROBE);
        await().until(() -> routeEdits().isEmpty());
        Path file = home.resolve("routes/watched.camel.yaml");
        String good = PROBE.replace("probe-a", "watched-a");
        Files.writeString(file, good);
        awaitEffect("watched");
        Files.writeString(file, good.replace("seda:", "exec:"));
        await().until(() -> routeEdits().contains("watched.camel.yaml, line 7: endpoint 'exec:'"));
        wattline.request("direct:alerts-check", null);
        assertThat(wattline.value("select members -> 0 ->> 'text' from alerts where rule = 'routes-refused' "
                + "and state <> 'resolved'").toString()).contains("watched.camel.yaml, line 7");
        Files.writeString(file, good);
        await().until(() -> routeEdits().isEmpty());
        wattline.request("direct:alerts-check", null);
        assertThat(count("select count(*) from alerts where rule = 'routes-refused' and state <> 'resolved'")).isZero();
        Files.delete(file);
        awaitGone("watched");
        assertThat(wattline.value("select string_agg(via || ' ' || outcome, ', ' order by audit_id) from audit_log "
                + "where action = 'routes-edit' and target = 'watched.camel.yaml'"))
                .isEqualTo("file done, file refused, file done");
        assertThat(wattline.value("select answer from audit_log where target = 'watched.camel.yaml' "
                + "and outcome = 'refused'").toString()).contains("line 7: endpoint 'exec:'");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "- route: &a {id: y, from: *a}\n", "- rest: {path: /x, get: [{to: 'direct:nobody'}]}\n",
        "- beans: [{name: x, type: java.io.FileOutputStream, constructors: {\"0\": %s}}]\n"
    })
    void a_text_that_kills_or_builds_ends_nothing_and_builds_nothing(String bomb, @TempDir Path elsewhere)
            throws IOException {
        Path file = home.resolve("routes/bomb.camel.yaml");
        Files.writeString(file, bomb.formatted(elsewhere.resolve("made")));
        await().until(() -> routeEdits().contains("bomb.camel.yaml, line 1"));
        assertThat(elsewhere.resolve("made")).doesNotExist();
        Files.writeString(file, PROBE.replace("probe-a", "bomb-a"));
        awaitEffect("bomb");
        assertThat(routeEdits()).doesNotContain("bomb.camel.yaml");
        Files.delete(file);
        awaitGone("bomb");
    }

    /** What health says of edits. */
    private static String routeEdits() {
        Health health = (Health) wattline.context().getRegistry().lookupByName("health");
        health.check();
        return health.troubles().stream().filter(each -> each.part().equals("route-edits")).map(Health.Trouble::reason)
                .findFirst().orElse("");
    }

    @Test
    void settings_that_were_edited_and_not_read_yet_are_not_in_force() throws IOException {
        String before = hash();
        Path rules = home.resolve("config/rules.yaml");
        Files.writeString(rules, Files.readString(rules) + "# a word more\n");
        edit("gaps", GAPS_RECENT, "description: Searches a long time.");
        awaitEffect("gaps");
        assertThat(hash()).as("the routes").isNotEqualTo(before);
        edit("gaps", "description: Searches a long time.", GAPS_RECENT);
        await().until(() -> hash().equals(before));
    }

    @Test
    void alert_rules_count_from_when_they_are_taken_and_refused_ones_never() {
        String before = hash();
        Path rules = home.resolve("config/alerts.yaml");
        TestHome.edit(rules, text -> text.replaceFirst("(?m)^    severity: .*$", "    severity: bad"));
        wattline.request("direct:alerts-check", null);
        assertThat(log.lines()).as("refused").anyMatch(line -> line.startsWith("ERROR Alert rules: the edit is "
                + "refused"));
        assertThat(hash()).isEqualTo(before);
        TestHome.edit(rules, text -> text.replaceFirst("(?m)^    severity: bad$", "    severity: info"));
        assertThat(hash()).as("not taken yet").isEqualTo(before);
        wattline.request("direct:alerts-check", null);
        pollOnce();
        assertThat(wattline.value("select configuration_hash from runs order by run_id desc limit 1"))
                .isEqualTo(hash())
                .isNotEqualTo(before);
    }

    @Test
    void work_in_hand_is_not_lost() {
        // a poll of so many windows would take longer than a route is given to stop
        CLOCK.advance(Duration.ofDays(12));
        wattline.simulator().faults().on(Fault.SLOW_ANSWER).share(1);
        await("one channel is with the worker, others wait for it")
                .until(() -> wattline.context().getInflightRepository().size("poll-channel") == 1);
        edit("eniscope-api", "description: Sends a request, with retries.", "description: Edited in the middle.");
        edit("fetch", "description: Reads a window;", "description: Reads one window;");
        awaitEffect("eniscope-api");
        awaitEffect("fetch");
        wattline.simulator().faults().set(List.of()).share(0.1);
        await("every channel is polled to the end").until(() -> count("select count(*) from poll_state "
                + "where cursor >= '" + CLOCK.instant().minusSeconds(900 + 600)
                + "'") == 3);
        assertThat(count("select count(*) from poll_state where consecutive_failures > 0 or last_error is not null"))
                .isZero();
        assertThat(count("select count(*) from (select channel_id, count(*) from readings "
                        + "where \"timestamp\" >= '2026-03-07T00:00:00Z' group by 1 having count(*) >= 13 * 96) c"))
                .isEqualTo(3);
        assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
    }

    /** What a run's row would say now. */
    private static String hash() {
        return ((Runs) wattline.context().getRegistry().lookupByName("runs"))
                .start("poll")
                .get("configuration_hash")
                .toString();
    }

    /** A poll after the edit brings a new run that ends. */
    private static void pollOnce() {
        long run = count("select max(run_id) from runs");
        CLOCK.advance(Duration.ofMinutes(15));
        await().until(() ->
                count("select count(*) from ingestion_logs where status = 'success' and run_id > " + run) >= 1);
    }

    private void awaitEffect(String capability) {
        await().until(() -> log.lines().stream()
                .anyMatch(line -> line.contains("the edit of " + capability + ".camel.yaml has taken effect")));
    }

    private void awaitGone(String capability) {
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains(capability + ".camel.yaml was removed, "
                + "and its routes with it")));
    }

    private void awaitAgainAsItRuns(String capability) {
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains(capability + ".camel.yaml matches "
                + "the running routes again")));
    }

    private static void edit(String capability, String... replacements) {
        TestHome.edit(home.resolve("routes/" + capability + ".camel.yaml"), text -> {
            String edited = text;
            for (int i = 0; i < replacements.length; i += 2) {
                edited = edited.replace(replacements[i], replacements[i + 1]);
            }
            return edited;
        });
    }

    private static Route route(String id) {
        return wattline.context().getRoute(id);
    }

    private static int line(String text, String part) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(part);
    }

    private static long count(String sql) {
        return ((Number) wattline.value(sql)).longValue();
    }
}
