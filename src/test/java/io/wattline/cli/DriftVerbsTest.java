package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code wattline drift}: what people see of changes at the source, and how they say that they have dealt with one. */
class DriftVerbsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void two_findings() {
        DATABASE.execute(
                """
                truncate drift_findings restart identity;
                insert into organizations (organization_id, organization_name) values ('o', 'O') on conflict do nothing;
                insert into channels (channel_id, channel_name, organization_id)
                  values (7, 'LINE', 'o') on conflict do nothing;
                insert into drift_findings (channel_id, kind, code, before, after, message, found_at) values
                    (7, 'unit-changed', 'P', 'W', 'kW', 'field P comes in ''kW''', '2026-03-10T12:00Z'),
                      (7, 'field-new', 'XQ9', null, 'x', 'field XQ9 is new', '2026-03-10T13:00Z')""");
    }

    private static CliRun run(String... arguments) {
        return CliRun.of(
                WattlineUnderTest.launcher(),
                Path.of("").toAbsolutePath(),
                Map.of("DATABASE_URL", DATABASE.url(), "USER", "ann"),
                arguments);
    }

    @Test
    void open_findings_are_listed_the_newest_first() {
        CliRun run = run("drift", "list");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("2 +2026-03-10T13:00:00Z +7 +field-new +open +field XQ9 is new"),
                        line -> assertThat(line).contains("unit-changed"));
        assertThat(run("drift", "list", "--json").json()).hasSize(2).first().satisfies(finding -> assertThat(
                        finding.path("code").asText())
                .isEqualTo("XQ9"));
    }

    @Test
    void what_somebody_has_dealt_with_is_closed_with_reason_and_name() {
        CliRun closed = run("drift", "close", "1", "--reason", " firmware 4.2 ");
        assertThat(closed.exitCode()).as(closed.err()).isZero();
        assertThat(closed.out()).contains("1 closed.");
        assertThat(DATABASE.rows("select closed_by, close_reason, closed_at is not null from drift_findings "
                + "where finding_id = 1")).containsExactly("ann|firmware 4.2|t");
        assertThat(run("drift", "list").out()).doesNotContain("unit-changed");
        assertThat(run("drift", "list", "--all").out()).contains("closed: firmware 4.2");
        assertThat(run("drift", "close", "2", "--reason", "mapped").exitCode()).isZero();
        assertThat(run("drift", "list").out()).contains("No drift finding is open");
    }

    @Test
    void what_is_not_open_is_not_closed_again() {
        CliRun run = run("drift", "close", "1", "4711", "--reason", "r");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("1 closed.", "not closed: 4711 is not open or does not exist");
        assertThat(run("drift", "close", "1", "--reason", "again").exitCode()).isEqualTo(1);
    }

    @Test
    void without_a_reason_or_a_verb_it_is_wrong_usage() {
        assertThat(run("drift", "close", "1").exitCode()).isEqualTo(2);
        assertThat(run("drift", "close", "1", "--reason", " ").exitCode()).isEqualTo(2);
        assertThat(run("drift")).returns(2, CliRun::exitCode).satisfies(run -> assertThat(run.err())
                .contains("allowed: list, close"));
        assertThat(DATABASE.rows("select 1 from drift_findings where closed_at is not null")).isEmpty();
    }
}
