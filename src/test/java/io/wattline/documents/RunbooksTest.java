package io.wattline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.documents.Runbook.Command;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the documents tell people to run works, and answers as they say: against a service that runs, three of whose
 * channels are dead at the source and one of which has a hole.
 */
class RunbooksTest {

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        Clock clock = Clock.systemUTC();
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.installation(7), clock),
                clock,
                Map.of("readings.history", "2d", "readings.poll.cron", "0/1 * * * * ?"),
                RunMode.TIMERS);
        await().until(() -> (Long) wattline.value("select count(distinct channel_id) from readings") >= 17
                && (Long) wattline.value("select count(*) from poll_state where last_error is not null") >= 3
                && (Long) wattline.value("select count(*) from poll_state where filled_at is not null") >= 17
                && (Long) wattline.value("select count(*) from vendor_alarms where periods is not null") > 0);
        wattline.database().execute("delete from readings where channel_id = (select min(channel_id) from readings) "
                + "and \"timestamp\" between now() - interval '13 hours' and now() - interval '12 hours'");
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @Test
    void every_command_of_every_runbook_answers_as_its_page_says() throws Exception {
        Shell shell = new Shell(wattline);
        List<Command> commands = Runbook.pages().stream().flatMap(page -> page.commands().stream()).toList();
        assertThat(commands).isNotEmpty();
        // what several pages begin with is asked once
        Map<String, Shell.Outcome> outcomes = new HashMap<>();
        SoftAssertions pages = new SoftAssertions();
        for (Command command : commands) {
            if (!outcomes.containsKey(command.line())) {
                outcomes.put(command.line(), shell.run(command.line()));
            }
            Shell.Outcome outcome = outcomes.get(command.line());
            pages.assertThat(command.exitCodes())
                    .as("%s: exit code; it wrote%n%s", command, outcome.output())
                    .contains(outcome.exitCode());
            pages.assertThat(missing(command, outcome.output())).as("%s: lines of the page that are not in its "
                    + "output, which is%n%s", command, outcome.output()).isEmpty();
        }
        pages.assertAll();
    }

    @Test
    void every_runbook_has_a_command_of_its_own_and_says_what_each_answers() {
        Map<String, Long> pagesByCommand = Runbook.all().stream()
                .flatMap(page -> page.commands().stream().map(Command::line).distinct())
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        assertThat(Runbook.all()).allSatisfy(page -> {
            assertThat(page.commands())
                    .as("%s: commands that no other page has", page.name())
                    .anyMatch(command -> pagesByCommand.get(command.line()) == 1);
            assertThat(page.commands())
                    .as("%s: output to expect, more than '...'", page.name())
                    .allMatch(command -> command.expected().stream().anyMatch(line -> line.matches(".*\\w.*")));
        });
    }

    @Test
    void every_runbook_has_its_four_parts_and_a_command() {
        assertThat(Runbook.all()).allSatisfy(page -> {
            assertThat(page.text()).as(page.name()).startsWith("# " + page.name() + "\n");
            assertThat(page.headings())
                    .as(page.name())
                    .containsSubsequence("Meaning", "Impact", "Diagnosis", "Mitigation");
            assertThat(page.commands())
                    .as(
                            "%s: commands in a ```console block under Diagnosis, see " + "docs/runbooks/README.md",
                            page.name())
                    .isNotEmpty();
        });
    }

    @Test
    void every_alert_rule_has_its_runbook_and_every_runbook_its_rule() {
        TreeSet<String> named = new TreeSet<>();
        for (YamlValue rule : RunbookIndex.rules().values()) {
            assertThat(Path.of(rule.need("runbook").text())).as(rule.need("name").text()).exists();
            named.add(Path.of(rule.need("runbook").text()).getFileName().toString().replace(".md", ""));
        }
        assertThat(Runbook.all().stream().map(Runbook::name)).containsExactlyElementsOf(named);
    }

    @Test
    void every_example_query_of_the_data_dictionary_runs() {
        Schema schema = Schema.read();
        ExampleQueries examples = ExampleQueries.read();
        assertThat(schema.all().stream().map(Schema.Relation::name)).as("docs/example-queries.sql asks only what "
                + "there is").containsAll(examples.byRelation().keySet());
        schema.all().forEach(relation -> assertThat(
                        wattline.rows(examples.of(relation).sql()))
                .as(relation.name())
                .isNotNull());
        for (String filled : List.of(
                "channels",
                "readings",
                "poll_state",
                "runs",
                "v_meters",
                "v_latest_readings",
                "v_readings_daily",
                "v_site_monthly",
                "vendor_alarms",
                "v_site_channels")) {
            assertThat(wattline.rows(examples.byRelation().get(filled).sql()))
                    .as("what the example for %s answers", filled)
                    .isNotEmpty();
        }
    }

    /** Expected lines that do not come, in their order, after the one before. */
    private static List<String> missing(Command command, String output) {
        List<String> lines = output.lines().map(RunbooksTest::simple).toList();
        List<String> missing = new ArrayList<>();
        int from = 0;
        for (String expected : command.expected()) {
            Pattern pattern =
                    Pattern.compile(("\\Q" + simple(expected) + "\\E").replaceAll(" ?\\.\\.\\. ?", "\\\\E.*\\\\Q"));
            int at = from;
            while (at < lines.size() && !pattern.matcher(lines.get(at)).matches()) {
                at++;
            }
            if (at < lines.size()) {
                from = at + 1;
            } else if (!expected.equals("...")) {
                missing.add(expected);
            }
        }
        return missing;
    }

    /** Widths of columns do not matter. */
    private static String simple(String line) {
        return line.replaceAll("\\s+", " ").strip();
    }
}
