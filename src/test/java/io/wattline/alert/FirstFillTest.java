package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A channel whose history is being fetched for the first time is new and not late: nobody is told of it until that is
 * over, or stands still.
 */
class FirstFillTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:05:00Z"));

    private static List<String> firing(WattlineUnderTest wattline) {
        wattline.request("direct:alerts-check", null);
        return wattline.database()
                .rows("select distinct rule from alerts where state in ('pending', 'firing') order by 1");
    }

    private void letters(WattlineUnderTest wattline, int run) {
        wattline.database().execute("insert into runs (run_id, kind, started_at) overriding system value values ("
                + run + ", 'poll', '" + clock.instant() + "'); insert into dead_letters "
                + "(stage, channel_id, rule, reason, payload, run_id) select 'validate', 61001, 'power-range', 'r', "
                + "to_jsonb(" + run + " * 100 + n), " + run + " from generate_series(1, 51) n");
    }

    @Test
    void nobody_is_told_of_a_history_that_is_still_being_fetched_and_everybody_of_one_that_is_not_any_more() {
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(2, 1), clock), clock,
                Map.of("readings.history", "3d"))) {
            wattline.request("direct:eniscope-metadata", null);
            wattline.database().execute("update channels set installed_at = '2026-01-01T00:00Z'");
            assertThat(firing(wattline)).as("known, and not asked yet").isEmpty();
            wattline.database()
                    .execute("insert into ingestion_logs (organization_id, channel_id, start_time, end_time) "
                            + "select organization_id, channel_id, '2026-02-01T00:00Z', '2026-02-02T00:00Z' "
                    + "from channels where channel_id = 61001; update poll_state "
                    + "set last_reading_at = '2026-02-01T23:45Z', cursor = '2026-02-02T00:00Z' "
                    + "where channel_id = 61001; "
                    + "update channels set created_at = now() - interval '1 hour'");
            wattline.database()
                    .execute("insert into data_gaps (channel_id, gap_start, gap_end) "
                            + "values (61001, '2026-01-31T00:00Z', '2026-01-31T07:00Z'); "
                    + "update poll_state set last_error = 'status 500', last_attempt_at = now() "
                    + "where channel_id = 61001");
            letters(wattline, 1001);
            assertThat(firing(wattline))
                    .as("two days old, with a gap, dead letters and one of two channels refused, and on its way")
                    .isEmpty();
            wattline.database().execute("update ingestion_logs set created_at = now() - interval '20 minutes'");
            assertThat(firing(wattline)).as("nothing has come for 20 minutes")
                    .contains("active-channels-low", "channel-stale", "gap-long");
            wattline.database()
                    .execute("insert into ingestion_logs (organization_id, channel_id, start_time, end_time, status) "
                            + "select organization_id, channel_id, '2026-02-02T00:00Z', "
                    + "'2026-02-03T00:00Z', 'failed' from channels");
            assertThat(firing(wattline)).as("it is asked for, and fails")
                    .contains("active-channels-low", "channel-stale", "gap-long");
            wattline.sync();
            wattline.database()
                    .execute("delete from data_gaps; insert into data_gaps (channel_id, gap_start, gap_end, reason, "
                            + "fillable) values "
                    + "(61001, '2026-01-31T00:00Z', '2026-01-31T07:00Z', 'no_data_from_source', true), (61002, "
                    + "'2026-01-31T00:00Z', '2026-01-31T07:00Z', 'api_failure', false)");
            assertThat(firing(wattline))
                    .as("what the source never had, what it was asked for often enough, and letters of the first fetch")
                    .isEmpty();
            assertThat(wattline.value("select count(*) from poll_state where filled_at is null")).isEqualTo(0L);
            clock.advance(Duration.ofMinutes(1));
            letters(wattline, 1002);
            assertThat(firing(wattline)).containsExactly("dead-letters-many");
            clock.advance(Duration.ofMinutes(90));
            assertThat(firing(wattline)).as("all of it was fetched, and now nothing comes").contains("no-data");
        }
    }
}
