package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DataFaultsTest {

    private static final Interval HISTORY = Started.between("2025-06-01T00:00:00Z", "2026-05-31T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void null_bins_are_rows_without_a_value() {
        try (Simulator simulator = Started.with(Fault.NULL_BINS)) {
            JsonNode records = SimulatorCaller.loggedIn(simulator)
                    .readings(61001, Started.lastHours(480), SimulatedField.E, SimulatedField.P)
                    .get("records");
            long nulls = StreamSupport.stream(records.spliterator(), false)
                    .filter(row -> row.get("E").isNull() && row.get("P").isNull())
                    .count();
            assertThat(records).hasSize(1920);
            assertThat(nulls)
                    .isBetween(25L, 75L)
                    .isEqualTo(simulator
                            .truth()
                            .empty(61001, Started.lastHours(480))
                            .size());
        }
    }

    @Test
    void a_gateway_takes_all_of_its_channels_away_at_once_and_no_other() {
        try (Simulator simulator = Started.with(Fault.GATEWAY_GAP)) {
            Truth truth = simulator.truth();
            Set<Instant> mill = truth.empty(61001, HISTORY);
            assertThat(mill)
                    .hasSizeGreaterThan(40)
                    .isEqualTo(truth.empty(61010, HISTORY))
                    .isEqualTo(truth.empty(61006, HISTORY));
            assertThat(truth.empty(61014, HISTORY)).isNotEmpty().isNotEqualTo(mill);
            assertThat(truth.accumulated(61001, HISTORY)).isEmpty();
        }
    }

    @Test
    void after_a_long_gap_the_first_slot_holds_the_energy_of_the_gap_and_its_power_stays_usual() {
        try (Simulator simulator = Started.with(Fault.CATCH_UP_ENERGY)) {
            Instant slot = simulator.truth().accumulated(61001, HISTORY).iterator().next();
            Interval gap = SimulatedGaps.at(7, 81000, slot.getEpochSecond() - 1);
            assertThat(gap.end()).isEqualTo(slot);
            JsonNode records = SimulatorCaller.loggedIn(simulator)
                    .readings(
                            61001,
                            new Interval(slot.minus(QUARTER), slot.plus(QUARTER)),
                            SimulatedField.E,
                            SimulatedField.P)
                    .get("records");
            assertThat(records.get(0).get("E").isNull()).isTrue();
            double energy = records.get(1).get("E").asDouble();
            assertThat(energy / 1000)
                    .isCloseTo(
                            simulator.truth().energyKwh(61001, new Interval(gap.start(), slot.plus(QUARTER))),
                            within(1e-6));
            assertThat(energy).isGreaterThan(5 * records.get(1).get("P").asDouble() / 4);
        }
    }

    @Test
    void with_catch_up_the_slots_of_a_year_and_what_short_gaps_lost_sum_up_to_the_registers() {
        try (Simulator simulator = Started.with(Fault.CATCH_UP_ENERGY)) {
            TreeMap<Instant, double[]> readings = new TreeMap<>(simulator.truth().readings(61014, HISTORY));
            Interval whole = new Interval(HISTORY.start(), readings.lastKey().plus(QUARTER));
            assertThat(readings).containsKey(HISTORY.start());
            double sum = readings.values().stream().mapToDouble(values -> values[Column.ENERGY_KWH.ordinal()]).sum();
            double registers = simulator.truth().energyKwh(61014, whole);
            assertThat(sum + lostInShortGaps(simulator, 61014, whole))
                    .isCloseTo(registers, within(1e-3))
                    .isGreaterThan(sum);
        }
    }

    private static double lostInShortGaps(Simulator simulator, int channelId, Interval interval) {
        int gateway = simulator.plant().channel(channelId).gatewayId();
        return simulator.truth().empty(channelId, interval).stream()
                .filter(slot -> SimulatedGaps.at(7, gateway, slot.getEpochSecond())
                                .length()
                                .toSeconds()
                        < SimulatedGaps.CATCH_UP_FROM)
                .mapToDouble(slot -> simulator.truth().energyKwh(channelId, new Interval(slot, slot.plus(QUARTER))))
                .sum();
    }

    @Test
    void late_data_is_null_at_first_and_there_in_the_end() {
        MovableClock clock = new MovableClock(Started.NOW);
        try (Simulator simulator = Simulator.start(
                Started.settings(clock).withLateness(Duration.ofHours(20)).withFaults(Set.of(Fault.LATE_DATA)))) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            assertThat(nulls(caller)).isPositive();
            clock.advance(Duration.ofHours(20));
            assertThat(nulls(caller)).isZero();
        }
    }

    private static long nulls(SimulatorCaller caller) {
        return caller.readings(61001, Started.lastHours(24), SimulatedField.E).get("records").findValues("E").stream()
                .filter(JsonNode::isNull)
                .count();
    }

    @Test
    void history_is_corrected_later() {
        MovableClock clock = new MovableClock(Started.NOW);
        try (Simulator simulator = Simulator.start(Started.settings(clock)
                .withLateness(Duration.ofHours(20))
                .withFaults(Set.of(Fault.CORRECTED_HISTORY)))) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            List<JsonNode> before = caller.readings(61001, Started.lastHours(24), SimulatedField.E)
                    .get("records")
                    .findValues("E");
            clock.advance(Duration.ofHours(20));
            List<JsonNode> after = caller.readings(61001, Started.lastHours(24), SimulatedField.E)
                    .get("records")
                    .findValues("E");
            List<Integer> changed = IntStream.range(0, 96)
                    .filter(i -> !before.get(i).equals(after.get(i)))
                    .boxed()
                    .toList();
            assertThat(changed).isNotEmpty().hasSizeLessThan(20);
            changed.forEach(i -> assertThat(before.get(i).asDouble())
                    .isCloseTo(0.9 * after.get(i).asDouble(), within(0.1)));
        }
    }

    @Test
    void at_the_autumn_change_one_site_has_a_double_hour_and_a_missing_one_and_another_only_lacks_one() {
        try (Simulator simulator = Started.with(Fault.AUTUMN_CLOCK_CHANGE)) {
            Interval night = Started.between("2025-10-25T23:00:00Z", "2025-10-26T03:00:00Z");
            JsonNode copenhagen = SimulatorCaller.loggedIn(simulator)
                    .readings(61011, night, SimulatedField.E, SimulatedField.P)
                    .get("records");
            assertThat(copenhagen.findValues("ts").stream().map(ts -> Instant.ofEpochSecond(ts.asLong())
                            .toString()
                            .substring(11, 13)))
                    .containsExactly("23", "00", "02");
            assertThat(copenhagen.get(1).get("E").asDouble()
                            / copenhagen.get(1).get("P").asDouble())
                    .isBetween(1.6, 2.4);
            JsonNode london = SimulatorCaller.loggedIn(simulator)
                    .readings(61001, night, SimulatedField.E, SimulatedField.P)
                    .get("records");
            assertThat(london).hasSize(12);
            london.forEach(
                    row -> assertThat(row.get("E").asDouble() / row.get("P").asDouble() * 4)
                            .isBetween(0.999, 1.001));
            Interval newYork = Started.between("2025-11-02T05:00:00Z", "2025-11-02T07:00:00Z");
            assertThat(simulator.truth().accumulated(61014, newYork)).hasSize(4);
            assertThat(simulator.truth().readings(61014, newYork)).hasSize(4);
            Interval spring = Started.between("2026-03-29T00:00:00Z", "2026-03-29T04:00:00Z");
            assertThat(simulator.truth().readings(61001, spring)).hasSize(16);
        }
    }

    @Test
    void bad_readings_are_served_as_planted() {
        try (Simulator simulator = Started.with(Fault.BAD_VALUES)) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            Map<Instant, Truth.BadReading> bad = simulator.truth().badReadings(61001, HISTORY);
            for (ImpossibleReading kind : List.of(
                    ImpossibleReading.POWER_TOO_HIGH,
                    ImpossibleReading.ENERGY_NEGATIVE,
                    ImpossibleReading.NOT_A_NUMBER,
                    ImpossibleReading.TIMESTAMP_MISSING,
                    ImpossibleReading.TIMESTAMP_OFF_GRID)) {
                Truth.BadReading one = bad.values().stream()
                        .filter(reading -> reading.bad() == kind)
                        .findFirst()
                        .orElseThrow();
                JsonNode row = caller.readings(
                                61001,
                                new Interval(one.slot(), one.slot().plus(QUARTER)),
                                SimulatedField.E,
                                SimulatedField.P)
                        .get("records")
                        .get(0);
                switch (kind) {
                    case POWER_TOO_HIGH -> assertThat(row.get("P").asDouble()).isEqualTo(5_000_000);
                    case ENERGY_NEGATIVE -> assertThat(row.get("E").asDouble()).isEqualTo(-2000);
                    case NOT_A_NUMBER -> assertThat(row.get("E").asText()).isEqualTo("n/a");
                    case TIMESTAMP_MISSING -> assertThat(row.get("ts").isNull()).isTrue();
                    default -> assertThat(row.get("ts").asLong()).isEqualTo(one.slot().getEpochSecond() + 211);
                }
            }
        }
    }
}
