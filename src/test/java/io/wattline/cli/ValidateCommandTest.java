package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.quality.CheckReport;
import io.wattline.quality.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./wattline validate}: what is asked for, and what people read. */
class ValidateCommandTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-04T00:00:00Z");

    @TempDir
    private Path home;
    private final TestLauncher launcher = new TestLauncher();

    private CliRun run(CheckReport report, String... arguments) {
        launcher.report = report;
        return CliRun.of(launcher, home, Map.of("DATABASE_URL", "postgresql://u:p@127.0.0.1:1/x"), arguments);
    }

    @Test
    void findings_are_shown_with_their_reasons_and_are_a_failure() {
        CliRun run = run(
                new CheckReport(
                        7,
                        FROM,
                        TO,
                        List.of(new Finding(
                                12, 61001, "spike", "warning", FROM, TO, "Channel 61001: far above", true, null)),
                        2,
                        List.of("sum-check at 1 channel(s): away")),
                "validate",
                "--days",
                "3",
                "--channel",
                "61001",
                "--channel",
                "61002");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("12       warning   new  Channel 61001: far above", "1 finding(s) open between "
                + "2026-03-01T00:00:00Z and 2026-03-04T00:00:00Z, 2 gone since the last check.",
                "not run: sum-check at 1 channel(s): away");
        assertThat(launcher.checked.days()).isEqualTo(3);
        assertThat(launcher.checked.channelIds()).containsExactly(61001, 61002);
        assertThat(launcher.closed.getCount()).as("the service is closed").isZero();
    }

    @Test
    void nothing_found_is_done_and_json_is_one_document() {
        CheckReport nothing = new CheckReport(7, FROM, TO, List.of(), 0, List.of());
        assertThat(run(nothing, "validate").exitCode()).isZero();
        assertThat(launcher.checked.days()).isEqualTo(7);
        assertThat(run(nothing, "validate", "--json").json().get("findings")).isEmpty();
    }

    @Test
    void what_somebody_has_accepted_is_shown_and_is_no_failure() {
        CliRun run = run(
                new CheckReport(
                        7,
                        FROM,
                        TO,
                        List.of(new Finding(
                                12,
                                61001,
                                "spike",
                                "warning",
                                FROM,
                                TO,
                                "far above",
                                false,
                                "accepted by ann: a test of the heater")),
                        0,
                        List.of()),
                "validate");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("far above - accepted by ann: a test of the heater");
    }

    @Test
    void no_days_are_wrong_usage() {
        CliRun run = run(null, "validate", "--days", "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--days is 0; allowed: 1 to 366");
    }
}
