package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.ReplayRun;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.reading.SyncRequest;
import io.wattline.testing.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A channel that sends power in a unit that nobody knows: everything of it is rejected, and it goes into quarantine,
 * alone.
 */
class QuarantineTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static MovableClock clock;
    private static WattlineUnderTest wattline;
    private static int bad;
    private static int good;

    @BeforeAll
    static void start() {
        clock = new MovableClock(Instant.parse("2026-02-15T12:00:00Z"));
        Plant plant = Plant.of(3, 1);
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(plant, clock),
                clock,
                Map.of("readings.history", "2d", "readings.poll.wait-for-late", "2d"));
        bad = plant.struckBy(Fault.UNKNOWN_UNIT).channelId();
        good = plant.channels().stream()
                .mapToInt(channel -> channel.channelId())
                .filter(id -> id != bad)
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @BeforeEach
    void in_quarantine_since_the_first_poll() {
        wattline.database().execute("truncate readings, ingestion_logs, dead_letters, poll_state, alerts, "
                + "alert_events, alert_outbox, data_breakers, runs cascade");
        wattline.simulator().faults().set(Set.of(Fault.UNKNOWN_UNIT));
        poll();
    }

    private static void poll() {
        wattline.sync(new SyncRequest(null, List.of(), null));
    }

    private static void pollLater(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(QUARTER);
            poll();
        }
    }

    private static List<String> rows(String sql) {
        return wattline.database().rows(sql.replace("BAD", String.valueOf(bad)).replace("GOOD", String.valueOf(good)));
    }

    private static long count(String from) {
        return Long.parseLong(rows("select count(*) from " + from).get(0));
    }

    @Test
    void everything_of_it_is_set_aside_people_are_told_once_and_nobody_else_suffers() {
        assertThat(rows("select state, trips, reason from data_breakers where channel_id = BAD"))
                .singleElement()
                .asString()
                .startsWith("open|1|191 of 191 readings were rejected, the last for unit-known");
        assertThat(rows("select count(*) from readings where channel_id = BAD")).containsExactly("0");
        assertThat(rows("select count(*) from readings where channel_id = GOOD")).containsExactly("191");
        pollLater(2);
        wattline.request("direct:alerts-check", null);
        assertThat(rows("select severity, state, members #>> '{0,subject,channelId}' from alerts "
                + "where rule = 'channel-quarantined'")).containsExactly("warning|firing|" + bad);
        assertThat(rows("select in_quarantine, health_status, quarantine_reason is not null from v_channel_health "
                + "where channel_id = BAD")).containsExactly("t|critical|t");
        assertThat(rows("select state from data_breakers where channel_id = GOOD")).containsExactly("closed");
    }

    @Test
    void it_ends_by_itself_after_three_good_answers_and_what_came_meanwhile_is_kept() {
        wattline.request("direct:alerts-check", null);
        wattline.simulator().faults().set(Set.of());
        pollLater(2);
        assertThat(rows("select state, good_batches from data_breakers where channel_id = BAD"))
                .containsExactly("open|2");
        assertThat(rows("select count(*) from readings where channel_id = BAD")).containsExactly("0");
        assertThat(rows("select distinct rule from dead_letters where channel_id = BAD and status = 'open'"))
                .containsExactly("quarantine");
        assertThat(count("dead_letters where channel_id = BAD and status = 'open'")).isGreaterThan(191);
        pollLater(1);
        assertThat(rows("select state, trips from data_breakers where channel_id = BAD")).containsExactly("closed|1");
        assertThat(count("readings where channel_id = BAD")).isGreaterThan(192);
        assertThat(count("dead_letters where channel_id = BAD and status = 'open' "
                + "and reading_timestamp >= (select min(\"timestamp\") from readings where channel_id = BAD)"))
                .as("what is older than readings.poll.wait-for-late is left for a replay").isZero();
        wattline.request("direct:alerts-check", null);
        assertThat(rows("select state from alerts where rule = 'channel-quarantined'")).containsExactly("resolved");
    }

    @Test
    void what_was_set_aside_is_replayed_in_one_command_even_before_it_is_over() throws SQLException {
        wattline.simulator().faults().set(Set.of());
        pollLater(1);
        long setAside = count("dead_letters where channel_id = BAD and status = 'open'");
        ReplayRun.Tally tally = new ReplayRun(
                        new DeadLetters(wattline.database().dataSource()), wattline.replay(), "ann", step -> {})
                .run(new DeadLetterFilter(DeadLetter.OPEN, bad, Quarantine.RULE, null, List.of()));
        assertThat(tally.kept()).isEqualTo((int) setAside);
        assertThat(count("readings where channel_id = BAD")).isEqualTo(setAside);
        assertThat(rows("select state from data_breakers where channel_id = BAD")).containsExactly("open");
    }

    @Test
    void a_range_that_somebody_asks_for_is_set_aside_too_but_is_no_trial() {
        wattline.simulator().faults().set(Set.of());
        Interval range = new Interval(Instant.parse("2026-02-14T00:00:00Z"), Instant.parse("2026-02-15T00:00:00Z"));
        for (int i = 0; i < 4; i++) {
            wattline.sync(new SyncRequest(range, List.of(bad), null));
        }
        assertThat(rows("select state, good_batches from data_breakers where channel_id = BAD"))
                .containsExactly("open|0");
        assertThat(rows("select count(*) from readings where channel_id = BAD")).containsExactly("0");
    }

    @Test
    void the_state_survives_a_restart_and_good_answers_from_before_it_count() throws SQLException {
        DataBreakerState state = new DataBreakers(wattline.database().dataSource()).find(bad);
        assertThat(state.openedAt()).isEqualTo(clock.instant());
        wattline.restart();
        pollLater(1);
        assertThat(rows("select state, trips from data_breakers where channel_id = BAD"))
                .as("still bad")
                .containsExactly("open|1");
        assertThat(count("readings where channel_id = BAD")).isZero();
        wattline.simulator().faults().set(Set.of());
        pollLater(2);
        wattline.restart();
        assertThat(rows("select state, good_batches from data_breakers where channel_id = BAD"))
                .containsExactly("open|2");
        pollLater(1);
        assertThat(rows("select state, trips from data_breakers where channel_id = BAD")).containsExactly("closed|1");
        assertThat(count("readings where channel_id = BAD")).isPositive();
        assertThat(new DataBreakers(wattline.database().dataSource()).find(99)).isEqualTo(DataBreakerState.NEW);
    }
}
