package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.ImpossibleReading;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.lab.simulator.Truth;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every fault of the source at once. Wattline fills a month, follows the night of the autumn change quarter by quarter,
 * is away for eleven days and comes back; in the end the table is what the source holds, and what is bad was set aside
 * once.
 */
class EndToEndTest {

    private static final Instant CHANGE_AT_NIGHT = Instant.parse("2026-10-25T00:07:00Z");
    private static final Duration HISTORY = Duration.ofDays(24);
    /** Later than this nothing of a slot changes: the simulator's lateness, and a slot. */
    private static final Duration SETTLES = Duration.ofMinutes(160);

    private static final MovableClock CLOCK = new MovableClock(CHANGE_AT_NIGHT);
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void poll() {
        SimulatorSettings source = SimulatorSettings.of(
                        Plant.installation(1, Instant.parse("2026-10-12T10:40:00Z")), CLOCK)
                .withFaults(Fault.all())
                .withShare(0.05)
                .withPauses(Duration.ofMillis(50), Duration.ofMillis(50));
        wattline = WattlineUnderTest.start(source, CLOCK, Map.of("readings.history", "24d"));
        sync();
        for (int quarter = 0; quarter < 16; quarter++) {
            CLOCK.advance(Duration.ofMinutes(15));
            sync();
        }
        CLOCK.advance(Duration.ofDays(11));
        sync();
        CLOCK.advance(Duration.ofHours(2));
        // refusals that pass (409, 412) cost a channel its turn: in the last one there are none
        wattline.simulator().faults().share(0);
        sync();
    }

    /** A list of metadata that the source refuses (409, 412) fails a sync, and whoever wants it asks again. */
    private static void sync() {
        for (int tries = 1; ; tries++) {
            try {
                wattline.sync();
                return;
            } catch (CamelExecutionException e) {
                if (tries == 3) {
                    throw e;
                }
            }
        }
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    private static Truth truth() {
        return wattline.simulator().truth();
    }

    private static List<PlantChannel> channels() {
        return wattline.simulator().plant().channels();
    }

    /**
     * What the polls have asked for: from the first window that was kept, which for one whose first polls failed is a
     * little later than for the others.
     */
    private static Interval asked(PlantChannel channel, Instant end) {
        Instant begin = CHANGE_AT_NIGHT.minus(HISTORY);
        Instant wanted = channel.installed().isAfter(begin)
                ? Interval.ceiling(channel.installed(), channel.interval())
                : Interval.floor(begin, channel.interval());
        Timestamp first = (Timestamp) wattline.value("select min(start_time) from ingestion_logs "
                + "where status <> 'failed' and channel_id = ?", channel.channelId());
        Instant start = first == null ? wanted : first.toInstant();
        assertThat(start)
                .as("start of channel %d", channel.channelId())
                .isBetween(wanted, wanted.plus(Duration.ofHours(1)));
        return new Interval(start, Interval.floor(end, channel.interval()));
    }

    private static Interval settled(PlantChannel channel) {
        return asked(channel, CLOCK.instant().minus(SETTLES));
    }

    @Test
    void the_table_is_what_the_source_holds_value_by_value() {
        assertSoftly(softly -> channels()
                .forEach(channel -> softly.check(() -> KeptReadings.mustBeTrue(
                        wattline.database().dataSource(), truth(), channel.channelId(), settled(channel)))));
        assertThat(channels())
                .filteredOn(channel ->
                        !truth().readings(channel.channelId(), settled(channel)).isEmpty())
                .as("channels with readings")
                .hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void nothing_else_is_in_the_table() {
        Map<Integer, Set<Instant>> extra = new HashMap<>();
        for (Map<String, Object> row : wattline.rows("select channel_id, \"timestamp\" from readings")) {
            extra.computeIfAbsent((Integer) row.get("channel_id"), id -> new HashSet<>())
                    .add(((Timestamp) row.get("timestamp")).toInstant());
        }
        for (PlantChannel channel : channels()) {
            Set<Instant> slots = extra.getOrDefault(channel.channelId(), new HashSet<>());
            slots.removeAll(truth().readings(channel.channelId(), asked(channel, CLOCK.instant())).keySet());
            slots.removeAll(truth().partial(channel.channelId(), asked(channel, CLOCK.instant())).keySet());
            assertThat(slots).as("slots of channel %d that the source does not hold", channel.channelId()).isEmpty();
            extra.remove(channel.channelId());
        }
        assertThat(extra).isEmpty();
    }

    /** A reading as the source named it: its channel and its {@code ts}, which may be null. */
    private record Letter(int channelId, Instant reported) {
    }

    private static List<Letter> badReadings(boolean settled) {
        List<Letter> letters = new ArrayList<>();
        for (PlantChannel channel : channels()) {
            Interval interval = settled ? settled(channel) : asked(channel, CLOCK.instant());
            truth().badReadings(channel.channelId(), interval)
                    .values()
                    .forEach(bad -> letters.add(new Letter(channel.channelId(), bad.reported())));
        }
        return letters;
    }

    private static List<Letter> letters(String where) {
        return wattline.rows("select channel_id, reading_timestamp from dead_letters where " + where).stream()
                .map(row -> new Letter(
                        (Integer) row.get("channel_id"),
                        row.get("reading_timestamp") == null
                                ? null
                                : ((Timestamp) row.get("reading_timestamp")).toInstant()))
                .toList();
    }

    @Test
    void every_bad_reading_is_set_aside_once_and_nothing_else_is() {
        List<Letter> open = new ArrayList<>(letters("status = 'open'"));
        List<Letter> missing = new ArrayList<>(badReadings(true));
        open.forEach(missing::remove);
        assertThat(missing).as("bad readings that are not in dead_letters").isEmpty();
        badReadings(false).forEach(open::remove);
        assertThat(open).as("open dead letters that are no bad reading, or are there twice").isEmpty();
    }

    @Test
    void what_was_set_aside_and_then_kept_is_only_energy_of_two_hours_whose_second_was_not_known_to_be_missing() {
        assertThat(letters("status = 'replayed'")).allSatisfy(letter -> assertThat(truth().accumulated(
                                letter.channelId(),
                                new Interval(
                                        letter.reported(), letter.reported().plusSeconds(1))))
                .contains(letter.reported()));
        List<Letter> superseded = new ArrayList<>(letters("status = 'discarded'"));
        superseded.removeAll(badReadings(false));
        assertThat(superseded)
                .as("what the source said before it said something else, of a reading that is not bad")
                .isEmpty();
    }

    @Test
    void every_kind_of_bad_reading_was_there_to_be_found() {
        Set<ImpossibleReading> kinds = channels().stream()
                .flatMap(channel -> truth().badReadings(channel.channelId(), settled(channel)).values().stream())
                .map(Truth.BadReading::bad)
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(ImpossibleReading.values());
    }

    @Test
    void energy_of_more_than_its_slot_and_a_reading_without_a_bad_value_are_suspect_and_nothing_else_is() {
        int found = 0;
        for (PlantChannel channel : channels()) {
            Set<Instant> accumulated = new HashSet<>(truth().accumulated(channel.channelId(), settled(channel)));
            Map<Instant, double[]> readings = truth().readings(channel.channelId(), settled(channel));
            accumulated.removeIf(slot -> !readings.containsKey(slot) || Double.isNaN(readings.get(slot)[0]));
            List<Instant> suspect = wattline
                    .rows(
                            "select \"timestamp\" from readings where channel_id = ? "
                                    + "and data_quality = 'suspect' and \"timestamp\" < ?",
                            channel.channelId(),
                            Timestamp.from(settled(channel).end()))
                    .stream()
                    .map(row -> ((Timestamp) row.get("timestamp")).toInstant())
                    .toList();
            Set<Instant> allowed = new HashSet<>(truth().partial(channel.channelId(), settled(channel)).keySet());
            allowed.addAll(accumulated);
            assertThat(suspect)
                    .as("suspect readings of channel %d that are their slot's own", channel.channelId())
                    .isSubsetOf(allowed);
            accumulated.removeAll(suspect);
            assertThat(accumulated)
                    .as("accumulated readings of channel %d that are not suspect", channel.channelId())
                    .isEmpty();
            found += suspect.size();
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void channels_that_cannot_be_read_say_why_and_the_others_are_up_to_date() {
        Simulator simulator = wattline.simulator();
        Map<Object, Object> states = wattline.rows("select channel_id, state || coalesce(': ' || state_reason, ': ' "
                + "|| last_error, '') as said from poll_state").stream()
                .collect(Collectors.toMap(row -> row.get("channel_id"), row -> row.get("said")));
        for (PlantChannel channel : channels()) {
            int id = channel.channelId();
            if (id == simulator.plant().struckBy(Fault.CHANNEL_VANISHES).channelId()) {
                assertThat(states).doesNotContainKey(id);
            } else if (channel.dead()) {
                assertThat(states.get(id)).asString().startsWith("dead: ").contains("Invalid Parameter");
            } else if (id == simulator.plant().struckBy(Fault.SUBSCRIPTION_ENDED).channelId()) {
                assertThat(states.get(id)).asString().startsWith("paused: ").contains("402");
            } else if (id == simulator.plant().struckBy(Fault.FORBIDDEN).channelId()) {
                assertThat(states.get(id)).asString().startsWith("live: ").contains("403");
            } else {
                assertThat(states.get(id)).as("channel %d", id).isEqualTo("live");
            }
        }
        assertThat(Fault.all())
                .allMatch(simulator.faults()::areOn);
    }
}
