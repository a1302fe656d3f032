package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.DatabaseSettings;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "run", "migrate", "sync", "estimate", "status", "dead-letters", "dead-letters "
            + "list", "dead-letters show", "dead-letters replay", "dead-letters discard",
        "backfill", "backfill list", "backfill pause", "backfill resume", "backfill cancel"})
    void every_verb_helps_and_says_its_version(String verb) {
        CliRun help = run((verb + " --help").strip().split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith(("Usage: wattline " + verb).strip());
        CliRun version = run((verb + " --version").strip().split(" "));
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("wattline ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | A verb is missing",
        "dead-leters | Did you mean: wattline dead-letters",
        "sync --start-date 2026-01-01 | --end-date",
        "sync --start-date 01.02.2026 --end-date 2026-03-01 | '01.02.2026' is not a date; allowed: a day as YYYY-MM-DD",
        "sync --start-date 2026-02-30 --end-date 2026-03-01 | '2026-02-30' is not a date",
        "sync --start-date 2026-01-02 --end-date 2026-01-02 | the end is exclusive",
        "sync --resolution 600 | allowed: 60, 900, 1800, 3600 or 86400",
        "sync --channel twelve | 'twelve'",
        "estimate --channel twelve | 'twelve'",
        "demo --for 60 | '60' is not a length of time",
        "demo --speed 0 | the speed is 0.0; allowed: a number above 0",
        "demo --speed NaN | allowed: a number above 0",
        "dead-letters | allowed: list, show, replay, discard",
        "dead-letters list --status closed | allowed: open, replayed, discarded or all",
        "dead-letters list --limit 0 | allowed: 1 or more",
        "dead-letters show | ID",
        "dead-letters replay | replay needs to know which",
        "dead-letters replay --all 7 | --all alone",
        "dead-letters discard 7 | --reason",
        "dead-letters discard 7 --reason= | --reason is empty",
        "backfill | allowed: --start-date D --end-date D, --gaps, both, --from-raw, "
                + "or one of list, pause, resume, cancel",
        "backfill --start-date 2026-01-01 | --end-date",
        "backfill --start-date 2026-01-02 --end-date 2026-01-01 | the end is exclusive",
        "backfill pause | JOB",
        "backfill resume seven | 'seven'",
        "backfill list --limit 0 | allowed: 1 or more",
        "status --profile staging | There is no profile 'staging'",
        "status | database.url is not set. Set it with the environment variable DATABASE_URL.",
        "run | eniscope.api.key is not set"})
    void wrong_usage_and_settings_are_explained_on_stderr_with_exit_code_2(String line, String explanation) {
        CliRun run = run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.err()).contains(explanation);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_failure_is_one_sentence_without_secrets_and_exit_code_1() {
        TestLauncher launcher = new TestLauncher() {
            @Override
            public HikariDataSource openDatabase(Settings settings) {
                throw new IllegalStateException("no route to " + settings.of(DatabaseSettings.class).url().value());
            }
        };
        CliRun run = CliRun.of(launcher, home, Map.of("DATABASE_URL", "postgresql://me:hunter22@db/energy"), "migrate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("wattline migrate failed: no route to postgresql://me:***@db/energy")
                .doesNotContain("hunter22")
                .doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private CliRun run(String... arguments) {
        return CliRun.of(new TestLauncher(), home, Map.of(), arguments);
    }
}
