package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DemoLedgerTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void what_is_missing_filled_and_estimated_is_counted_and_what_is_planned_is_not_missing() throws SQLException {
        assertThat(DemoLedger.take(DATABASE.dataSource(), START, START.plusSeconds(3600))
                        .completeness())
                .as("of nothing")
                .isNaN();
        DATABASE.execute("insert into channels (channel_id, channel_name) values (1, 'Main'); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method) "
                + "values (1, '2026-01-01T00:00Z', 1, 'measured', null), (1, '2026-01-01T00:15Z', 1, 'estimated', "
                + "'linear'); "
                + "insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots, filled_at, "
                + "closed_at) values (1, '2026-01-01T00:15Z', '2026-01-01T00:30Z', 'no_data_from_source', 1, now(), "
                + "now()), "
                + "(1, '2026-01-01T00:30Z', '2026-01-01T01:00Z', 'rejected', 2, null, null), (1, '2026-02-01T00:30Z', "
                + "'2026-02-01T01:00Z', 'planned', 2, null, null)");
        assertThat(DemoLedger.take(DATABASE.dataSource(), START, START.plusSeconds(3600)))
                .isEqualTo(new DemoLedger(1, 1, 2, 1, 0, 0.25));
    }
}
