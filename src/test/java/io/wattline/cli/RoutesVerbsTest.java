package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an integration engineer types before an edit of routes runs. */
class RoutesVerbsTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void check_says_what_is_wrong_and_ends_with_1_and_says_so_where_nothing_is() throws IOException {
        assertThat(run(Map.of(), "routes", "check"))
                .satisfies(run ->
                        assertThat(run.exitCode()).as(run.out() + run.err()).isZero())
                .satisfies(run -> assertThat(run.out()).contains("route files, no error."));
        Path file = edited("dead-letters", "ref: spool\n", "ref: spoon\n");
        CliRun broken = run(Map.of(), "routes", "check", file.toString(), "--json");
        assertThat(broken.exitCode()).isOne();
        JsonNode complaint = broken.json().path("complaints").path(0);
        assertThat(complaint.path("file").asText()).isEqualTo("dead-letters.camel.yaml");
        assertThat(Files.readAllLines(file).get(complaint.path("line").asInt() - 1)).contains("ref: spoon");
        assertThat(complaint.path("found").asText()).isEqualTo("unknown bean 'spoon'");
        assertThat(complaint.path("allowed").asText()).isNotBlank();
    }

    @Test
    void what_is_no_file_of_routes_is_wrong_usage() {
        assertThat(run(Map.of(), "routes", "check", "README.md"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("README.md is not a route file"));
        assertThat(run(Map.of(), "routes", "try", "nowhere.camel.yaml").exitCode()).isEqualTo(2);
        assertThat(run(Map.of(), "routes").exitCode()).isEqualTo(2);
    }

    @Test
    void list_says_of_each_route_what_starts_it_when_next_and_what_it_does() {
        JsonNode routes = run(Map.of("READINGS_POLL_CRON", "0 0 3 1 1 ? 2099"), "routes", "list", "--json").json();
        JsonNode poll = StreamSupport.stream(routes.spliterator(), false)
                .filter(route -> route.path("id").asText().equals("poll-timer"))
                .findFirst()
                .orElseThrow();
        assertThat(poll.path("capability").asText()).isEqualTo("poll");
        assertThat(poll.path("from").asText()).isEqualTo("cron readings.poll.cron: 0 0 3 1 1 ? 2099");
        assertThat(poll.path("next").asText()).isEqualTo("2099-01-01T03:00:00Z");
        assertThat(poll.path("description").asText()).isNotBlank();
        assertThat(run(Map.of(), "routes", "list").out()).containsPattern("operations +operations-health +GET,HEAD "
                + "/health ");
    }

    @Test
    void a_home_without_routes_has_those_of_the_program() throws IOException {
        CliRun list = CliRun.of(WattlineUnderTest.launcher(), folder, Map.of(), "routes", "list", "--json");
        assertThat(list.exitCode()).as(list.out() + list.err()).isZero();
        assertThat(list.json().findValuesAsText("id"))
                .isEqualTo(run(Map.of(), "routes", "list", "--json").json().findValuesAsText("id"));
        Path file = edited("dead-letters", "ref: spool\n", "ref: spoon\n");
        assertThat(CliRun.of(WattlineUnderTest.launcher(), folder, Map.of(), "routes", "check", file.toString())
                        .out())
                .contains("bean 'spoon'")
                .doesNotContain("no route reads");
    }

    @Test
    void try_finds_no_difference_where_there_is_none() throws IOException {
        CliRun run = tried(
                edited(
                        "dead-letters",
                        "description: Counts a dead letter that comes again, and updates",
                        "description: Counts each dead letter that comes again and updates"),
                "--json");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        List<String> tables = run.json().path("tables").findValuesAsText("table");
        assertThat(tables)
                .contains(
                        "readings",
                        "dead_letters",
                        "data_gaps",
                        "ingestion_logs",
                        "channel_day_quality",
                        "poll_state",
                        "alerts");
    }

    @Test
    void try_shows_which_rows_an_edit_changes() throws IOException {
        Path file = edited("dead-letters", "sql:classpath:db/sql/dead-letters-keep.sql", "log:lost");
        CliRun run = tried(file);
        assertThat(run.exitCode()).as(run.out() + run.err()).isOne();
        assertThat(run.out())
                .containsPattern("dead_letters +[1-9]\\d* +0 +[1-9]\\d* +0\n")
                .containsPattern("  gone channel_id=\\d+ reading_timestamp=.* rule=[a-z-]+: ")
                .contains("The edited routes do something different.");
    }

    private static CliRun tried(Path file, String... more) {
        try (TestDatabase database = TestDatabase.empty()) {
            String[] arguments = Stream.concat(
                            Stream.of("routes", "try", file.toString(), "--in-database"), Stream.of(more))
                    .toArray(String[]::new);
            CliRun run = run(Map.of("DATABASE_URL", database.url()), arguments);
            assertThat(database.rows("select nspname from pg_namespace where nspname like 'wattline%'"))
                    .as("schemas that are left")
                    .isEmpty();
            return run;
        }
    }

    private Path edited(String capability, String good, String bad) throws IOException {
        String text = Files.readString(HOME.resolve("routes/" + capability + ".camel.yaml"));
        assertThat(text).contains(good);
        return Files.writeString(folder.resolve(capability + ".camel.yaml"), text.replace(good, bad));
    }

    private static CliRun run(Map<String, String> environment, String... arguments) {
        return CliRun.of(WattlineUnderTest.launcher(), HOME, environment, arguments);
    }
}
