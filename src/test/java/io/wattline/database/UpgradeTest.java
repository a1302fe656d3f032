package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What docs/upgrading.md promises of going back. */
class UpgradeTest {

    @Test
    void a_program_starts_on_a_schema_that_is_newer_than_it_knows_and_gives_views_its_own_text() {
        try (TestDatabase database = TestDatabase.migrated()) {
            database.execute(
                    """
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                      installed_by, execution_time, success)
                    values (9998, '998', 'of a later version', 'SQL', 'V998__of_a_later_version.sql', 1, 'somebody', 1,
                      true);
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                      installed_by, execution_time, success)
                    select 9999, null, description, type, script, 4711, 'somebody', 1, true
                      from flyway_schema_history where script = 'R__20_views.sql'""");
            Migration.Result result = Migration.run(database.dataSource(), "public");
            assertThat(result.after()).isEqualTo("998");
            assertThat(result.applied()).as("the views, which had the text of the later version").isEqualTo(1);
            assertThat(Migration.run(database.dataSource(), "public").applied()).isZero();
        }
    }
}
