package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.discovery.Discovered;
import io.wattline.discovery.Endpoint;
import io.wattline.discovery.SourceChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code discover} says and writes, and how it ends. */
class DiscoverCommandTest {

    private static final Endpoint SITES =
            new Endpoint("GET sites", "candidate", 404, "refused", "no", null, null, "organizations", 12L, 0, null);

    @TempDir
    private Path home;
    private final TestLauncher launcher = new TestLauncher();

    @BeforeEach
    void settings() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.copy(Path.of("config/application.properties"), home.resolve("config/application.properties"));
    }

    private CliRun run(String... arguments) {
        return CliRun.of(
                launcher,
                home,
                Map.of(
                        "DATABASE_URL",
                        "postgresql://u:p@127.0.0.1:1/x",
                        "ENISCOPE_API_KEY",
                        "k",
                        "ENISCOPE_EMAIL",
                        "e@example.org",
                        "ENISCOPE_PASSWORD",
                        "pw"),
                arguments);
    }

    @Test
    void the_first_time_there_is_nothing_to_compare_with_and_nothing_fails() {
        launcher.discovered = new Discovered(true, List.of(), List.of(SITES));
        CliRun run = run("discover", "--fail-on-change");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("0 endpoints answer, 1 are refused", "the first run");
        assertThat(home.resolve("docs/api_discovery_results.json")).content().contains("\"source\" : "
                + "\"core.eniscope.com\"", "GET sites");
        assertThat(home.resolve("docs/api.md")).content().contains("| candidate | refused | 404 | no | `GET sites` |");
    }

    @Test
    void a_change_is_said_and_fails_only_where_that_is_asked() {
        launcher.discovered = new Discovered(
                false, List.of(new SourceChange("GET sites", "gone", List.of("status 404"))), List.of(SITES));
        assertThat(run("discover").exitCode()).isZero();
        CliRun run = run("discover", "--fail-on-change");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("gone  GET sites\n    status 404\n");
        CliRun json = run("discover", "--json");
        assertThat(json.json().at("/changes/0/kind").asText()).isEqualTo("gone");
        assertThat(json.exitCode()).isZero();
    }
}
