package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Interval;
import io.wattline.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTalliesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Interval BACK_FILL = new Interval(NOON.minus(Duration.ofDays(96)), NOON);

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final DemoTallies tallies = new DemoTallies(DATABASE.dataSource(), BACK_FILL);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void four_channels() {
        DATABASE.execute("truncate channels, reading_history cascade; insert into channels (channel_id, channel_name) "
                + "select n, 'channel ' || n from generate_series(1, 4) n");
    }

    @Test
    void an_empty_database_has_nothing_and_is_not_filled() throws SQLException {
        DemoTally tally = tallies.take(DemoTally.none());
        assertThat(tally.readings()).isZero();
        assertThat(tally.newest()).isNull();
        assertThat(tally.isFilled()).isFalse();
    }

    @Test
    void it_is_filled_when_every_live_channel_is_and_dead_ones_hold_up_nothing() throws SQLException {
        run("insert into poll_state (channel_id, cursor, state) values (1, '2026-03-01T12:00Z', 'live'), (2, "
                + "'2026-01-12T12:00Z', 'live'), (3, null, 'dead'), (4, null, 'paused')");
        DemoTally half = tallies.take(DemoTally.none());
        assertThat(half.filled()).isEqualTo(0.75);
        assertThat(half.isFilled()).isFalse();
        assertThat(half.live()).isEqualTo(2);
        assertThat(half.dead()).isEqualTo(1);
        assertThat(half.paused()).isEqualTo(1);
        run("update poll_state set cursor = '2026-03-05T12:00Z' where channel_id < 3");
        assertThat(tallies.take(half).isFilled()).as("a cursor beyond the goal counts for no other channel").isTrue();
    }

    @Test
    void a_channel_that_answers_again_has_recovered() throws SQLException {
        run("insert into poll_state (channel_id, last_error) values (1, 'silence'), (2, null), (3, 'not asked')");
        DemoTally before = tallies.take(DemoTally.none());
        assertThat(before.troubled()).containsExactlyInAnyOrder(1, 3);
        run("update poll_state set last_error = case channel_id when 1 then null else 'silence' end");
        assertThat(tallies.take(before).recoveredSince(before)).isEqualTo(1);
    }

    @Test
    void late_readings_corrections_and_suspects_are_counted() throws SQLException {
        run("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality) "
                + "values (1, '2026-03-01T11:00Z', 1, 'measured')");
        DemoTally before = tallies.take(DemoTally.none());
        run("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality) "
                + "values (1, '2026-03-01T11:15Z', 1, 'measured'), (1, '2026-03-01T08:00Z', 1, 'suspect')");
        run("update readings set energy_kwh = 2 where \"timestamp\" = '2026-03-01T11:00Z'");
        DemoTally now = tallies.take(before);
        assertThat(now.readings()).isEqualTo(3);
        assertThat(now.late()).as("the next in turn is not late").isEqualTo(1);
        assertThat(now.corrections()).isEqualTo(1);
        assertThat(now.suspect()).isEqualTo(1);
    }

    @Test
    void a_demo_goes_on_where_the_kept_one_ended_but_never_before_now() throws SQLException {
        try (TestDatabase nothing = TestDatabase.empty()) {
            assertThat(DemoTallies.resume(nothing.dataSource(), NOON)).isEqualTo(NOON);
        }
        assertThat(DemoTallies.resume(DATABASE.dataSource(), NOON)).isEqualTo(NOON);
        run("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality) "
                + "values (1, '2026-03-02T06:00Z', 1, 'measured')");
        assertThat(DemoTallies.resume(DATABASE.dataSource(), NOON)).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
        run("insert into poll_state (channel_id, last_attempt_at) values (1, '2026-03-02T07:00Z')");
        assertThat(DemoTallies.resume(DATABASE.dataSource(), NOON)).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(DemoTallies.resume(DATABASE.dataSource(), Instant.parse("2026-04-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    }

    private void run(String sql) {
        DATABASE.execute(sql);
    }
}
