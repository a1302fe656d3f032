package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.ImpossibleReading;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.lab.simulator.Truth;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole way: a source with null bins, gateways that were away, bad values, dead channels, one without subscription
 * and one that was installed in between. What {@code data_gaps} says is missing is, slot by slot, what the source does
 * not hold or holds only as nonsense.
 */
@TestMethodOrder(OrderAnnotation.class)
class GapsEndToEndTest {

    private static final Duration HISTORY = Duration.ofDays(20);
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:07:00Z"));
    private static final Instant BEGIN = CLOCK.instant().minus(HISTORY);
    /** Before that, refused channels were live, and their history on its way. */
    private static Instant firstSearch;
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        SimulatorSettings source = SimulatorSettings.of(
                        Plant.installation(1, Instant.parse("2026-01-20T10:40:00Z")), CLOCK)
                .withFaults(Set.of(Fault.NULL_BINS, Fault.GATEWAY_GAP, Fault.BAD_VALUES, Fault.SUBSCRIPTION_ENDED));
        wattline = WattlineUnderTest.start(
                source,
                CLOCK,
                Map.of(
                        "readings.history",
                        "20d",
                        "api.retry.max",
                        "1",
                        "api.breaker.calls",
                        "1000",
                        "api.breaker.calls-min",
                        "1000"));
        wattline.request("direct:eniscope-metadata", null);
        assertThat(find().openGaps()).as("nobody has asked yet").isZero();
        // three refusals of the shortest window, and a channel is dead
        for (int poll = 0; poll < 4; poll++) {
            wattline.sync();
            CLOCK.advance(Duration.ofMinutes(10));
        }
        wattline.sync();
        firstSearch = CLOCK.instant();
        find();
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    private static GapFindings find() {
        return (GapFindings) wattline.request("direct:gaps-find", null);
    }

    private static List<PlantChannel> channels() {
        return wattline.simulator().plant().channels();
    }

    /** Slots that should exist and are over. */
    private static Interval expected(PlantChannel channel) {
        Instant history = isRefused(channel) ? firstSearch.minus(HISTORY) : BEGIN;
        Instant begin = channel.installed().isAfter(history) ? channel.installed() : history;
        return Interval.aligned(
                Interval.ceiling(begin, channel.interval()),
                Interval.floor(CLOCK.instant(), channel.interval()),
                channel.interval());
    }

    private static boolean isRefused(PlantChannel channel) {
        return channel.dead() || channel == wattline.simulator().plant().struckBy(Fault.SUBSCRIPTION_ENDED);
    }

    private static Map<Instant, String> missing(PlantChannel channel) {
        Map<Instant, String> missing = new TreeMap<>();
        Instant due = CLOCK.instant().minus(Duration.ofMinutes(17)).minus(channel.interval());
        Truth truth = wattline.simulator().truth();
        if (isRefused(channel)) {
            Interval slots = expected(channel);
            for (Instant slot = slots.start(); slot.isBefore(slots.end()); slot = slot.plus(channel.interval())) {
                missing.put(slot, slot.isAfter(due) ? "not_yet_due" : "channel_dead");
            }
            return missing;
        }
        truth.empty(channel.channelId(), expected(channel))
                .forEach(slot -> missing.put(slot, slot.isAfter(due) ? "not_yet_due" : "no_data_from_source"));
        Map<Instant, Truth.BadReading> bad = truth.badReadings(channel.channelId(), expected(channel));
        bad.keySet().removeAll(truth.partial(channel.channelId(), expected(channel)).keySet());
        bad.forEach((slot, reading) -> missing.put(slot,
                isThere(reading) ? "rejected" : slot.isAfter(due) ? "not_yet_due" : "no_data_from_source"));
        return missing;
    }

    /** Whether its dead letter says which slot it was. */
    private static boolean isThere(Truth.BadReading bad) {
        return bad.bad() != ImpossibleReading.TIMESTAMP_MISSING && bad.bad() != ImpossibleReading.TIMESTAMP_IN_FUTURE;
    }

    private static void mustBeExact() {
        for (PlantChannel channel : channels()) {
            Map<Instant, String> found = MissingSlots.of(wattline, channel.channelId());
            assertThat(without(found, missing(channel))).as("slots in open gaps of channel %d that are not missing, "
                    + "or not for that reason", channel.channelId()).isEmpty();
            assertThat(without(missing(channel), found)).as("missing slots of channel %d that no open gap holds for "
                    + "that reason", channel.channelId()).isEmpty();
        }
    }

    private static Set<Map.Entry<Instant, String>> without(Map<Instant, String> slots, Map<Instant, String> others) {
        Set<Map.Entry<Instant, String>> rest = new LinkedHashSet<>(slots.entrySet());
        rest.removeAll(others.entrySet());
        return rest;
    }

    @Test
    @Order(1)
    void the_open_gaps_are_what_the_source_does_not_hold_each_for_its_reason() {
        mustBeExact();
        assertThat(wattline.rows("select distinct reason from data_gaps where closed_at is null").stream()
                        .map(row -> row.get("reason")))
                .contains("no_data_from_source", "rejected", "channel_dead");
    }

    @Test
    @Order(2)
    void completeness_and_gaps_add_up_to_what_should_exist() {
        for (PlantChannel channel : channels()) {
            Interval slots = expected(channel);
            Map<String, Object> row = wattline.rows("select expected, kept, missing "
                    + "from completeness(?::timestamptz, ?::timestamptz, array[?])", slots.start().toString(),
                    slots.end().toString(), channel.channelId()).get(0);
            assertThat(row)
                    .as("channel %d", channel.channelId())
                    .containsEntry("expected", slots.slots(channel.interval()))
                    .containsEntry("missing", (long) missing(channel).size());
        }
    }

    @Test
    @Order(3)
    void hours_in_which_every_request_fails_are_gaps_of_that_reason_until_the_source_answers() {
        wattline.simulator().faults().on(Fault.SERVER_ERROR);
        wattline.simulator().faults().share(1);
        CLOCK.advance(Duration.ofHours(3));
        wattline.request("direct:poll-due", null);
        await().until(() -> (long) wattline.value("select count(*) from poll_state where state = 'live' "
                + "and last_error is null") == 0);
        find();
        PlantChannel first = channels().get(0);
        Instant outage = CLOCK.instant().minus(Duration.ofMinutes(150));
        assertThat(MissingSlots.of(wattline, first.channelId()))
                .containsEntry(Interval.floor(outage, first.interval()), "api_failure");
        wattline.simulator().faults().off(Fault.SERVER_ERROR);
        CLOCK.advance(Duration.ofMinutes(2));
        wattline.sync();
        CLOCK.advance(Duration.ofMinutes(2));
        wattline.sync();
        GapFindings findings = find();
        assertThat(findings.filled()).isPositive();
        mustBeExact();
        assertThat(wattline.rows("select 1 from data_gaps where channel_id = ? and close_reason = 'filled' "
                + "and fill_method = 'source' and reason = 'api_failure' and filled_by is not null",
                first.channelId())).isNotEmpty();
    }
}
