package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.channel.UnknownNameException;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sync says of channels that it cannot read, and what it leaves behind for the polls. */
class SyncTest {

    private static final int ONE = 61001;
    private static ReadingsStage stage;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        stage = ReadingsStage.start(SimulatorSettings.of(Plant.of(3, 7), clock)
                .withWindows(Duration.ofHours(1), Duration.ofDays(9)), Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static void die() {
        stage.begin(Fault.WINDOW_TOO_LONG);
        for (int strike = 0; strike < 3; strike++) {
            stage.poll(ONE);
            stage.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(stage.pollState(ONE)).containsEntry("state", "dead");
        stage.wattline.simulator().faults().set(Set.of());
    }

    @Test
    void a_dated_sync_of_channels_that_were_never_polled_names_the_one_that_fails() {
        stage.begin(Fault.FORBIDDEN);
        int forbidden = stage.wattline.simulator().plant().struckBy(Fault.FORBIDDEN).channelId();
        SyncResult result = stage.askAgain(stage.history());
        assertThat(result.failures()).singleElement().asString()
                .startsWith("channel " + forbidden + ": ").contains("403").endsWith("; the next poll tries again");
        assertThat(result.windows()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBSCRIPTION_ENDED", "FORBIDDEN", "CHANNEL_VANISHES", "CHANNEL_ALL_NULL", "UNKNOWN_UNIT"})
    void a_dated_sync_of_channels_that_were_never_polled_outlives_each_fault_of_one(Fault fault) {
        stage.begin(fault);
        int struck = stage.wattline.simulator().plant().struckBy(fault).channelId();
        SyncResult result = stage.askAgain(stage.history());
        assertThat(result.failures()).allSatisfy(line -> assertThat(line).startsWith("channel " + struck + ": "));
        stage.wattline.simulator().plant().channels().stream()
                .filter(channel -> channel.channelId() != struck)
                .forEach(channel -> stage.mustBeTrue(channel.channelId(), stage.history()));
    }

    @Test
    void a_dated_sync_of_channels_that_all_fail_names_each_of_them() {
        stage.begin(Fault.WINDOW_TOO_LONG);
        SyncResult result = stage.askAgain(stage.history());
        assertThat(result.failures()).hasSize(3).allMatch(line -> line.contains("Invalid Parameter"));
        assertThat(result.windows()).isZero();
    }

    @Test
    void a_dead_channel_that_a_dated_sync_reads_is_live_and_polled_at_once() {
        die();
        assertThat(stage.askAgain(stage.history(), ONE).failures()).isEmpty();
        assertThat(stage.pollState(ONE)).containsEntry("state", "live").containsEntry("state_reason", null)
                .containsEntry("strikes", 0);
        long before = stage.wattline.simulator().seen().requestsOf(ONE);
        stage.poll();
        assertThat(stage.wattline.simulator().seen().requestsOf(ONE)).isGreaterThan(before);
        assertThat(stage.cursor(ONE)).isEqualTo(stage.history().end());
    }

    @Test
    void a_sync_of_a_dead_channel_that_is_not_due_says_why_it_reads_nothing() {
        die();
        SyncResult result = stage.poll(ONE);
        assertThat(result.windows()).isZero();
        assertThat(result.failures()).singleElement().asString()
                .startsWith("channel 61001: is dead, ").contains("3 times in a row", "next try at 2026-03-1")
                .endsWith("; a sync of dates (--start-date) reads it now");
    }

    @Test
    void a_sync_of_a_channel_that_is_not_due_says_when_it_is() {
        stage.begin();
        assertThat(stage.poll(ONE).notes()).isEmpty();
        SyncResult result = stage.poll(ONE);
        assertThat(result.windows()).isZero();
        assertThat(result.failures()).isEmpty();
        assertThat(result.notes()).singleElement().asString()
                .startsWith("channel 61001: nothing to read; it is due at 2026-03-1")
                .endsWith("a sync of dates (--start-date) reads it now");
    }

    @Test
    void a_sync_of_dates_before_the_installation_says_so() {
        stage.begin();
        Interval before = new Interval(Instant.parse("1999-01-01T00:00:00Z"), Instant.parse("1999-01-02T00:00:00Z"));
        SyncResult result = stage.askAgain(before, ONE);
        assertThat(result.windows()).isZero();
        assertThat(result.notes()).singleElement().asString().startsWith("channel 61001: nothing to read; it was inst");
    }

    @Test
    void a_sync_of_a_channel_that_the_source_lists_no_more_says_so() {
        stage.begin(Fault.CHANNEL_VANISHES);
        int vanished = stage.wattline.simulator().plant().struckBy(Fault.CHANNEL_VANISHES).channelId();
        stage.poll();
        SyncResult result = stage.poll(vanished);
        assertThat(result.windows()).isZero();
        assertThat(result.notes()).singleElement().asString()
                .startsWith("channel " + vanished + ": nothing to read; the source does not list it any more");
    }

    @Test
    void a_sync_of_an_unknown_channel_is_refused_before_anything_is_read() {
        stage.begin();
        assertThatThrownBy(() -> stage.poll(ONE, 61091)).isInstanceOf(UnknownNameException.class)
                .hasMessageContainingAll("61091", "nearest: ", "61001", "Nothing was done");
        assertThat(stage.count("readings")).isZero();
    }
}
