package io.wattline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry.Via;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void what_somebody_did_is_a_row() {
        new AuditLog(DATABASE.dataSource(), CLOCK)
                .write(
                        new AuditEntry("ann", Via.HTTP, "127.0.0.1", "alert-acknowledge", "12", Map.of("by", "ann")),
                        Outcome.DONE,
                        "acknowledged");
        new AuditLog(DATABASE.dataSource(), CLOCK)
                .write(
                        new AuditEntry("jmx", Via.JMX, null, "ingestion-pause", null, null),
                        Outcome.REFUSED,
                        "paused already");
        assertThat(DATABASE.maps("select at::text, who, via, origin, action, target, details->>'by' as by_whom, "
                + "outcome, answer from audit_log order by audit_id"))
                .extracting(row -> row.values().toString())
                .containsExactly("[2026-11-24 12:00:00+00, ann, http, 127.0.0.1, alert-acknowledge, 12, ann, done, "
                        + "acknowledged]",
                        "[2026-11-24 12:00:00+00, jmx, jmx, null, ingestion-pause, null, null, refused, paused "
                                + "already]");
    }

    @Test
    void a_database_that_is_away_leaves_the_line_in_the_log() {
        try (TestDatabase gone = TestDatabase.empty(); CapturedLog log = CapturedLog.open()) {
            new AuditLog(gone.dataSource(), CLOCK)
                    .write(
                            new AuditEntry("ann", Via.HTTP, null, "route-stop", "gaps-find-new", null),
                            Outcome.DONE,
                            "stopped");
            assertThat(log.lines()).anyMatch(line -> line.contains("ann") && line.contains("route-stop gaps-find-new"))
                    .anyMatch(line -> line.contains("audit_log has no row"));
        }
    }
}
