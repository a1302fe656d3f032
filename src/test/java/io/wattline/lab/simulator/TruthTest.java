package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.PatientReader.Row;
import io.wattline.lab.simulator.Truth.BadReading;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {

    /** With the autumn change of Europe and the one of New York in it. */
    private static final Interval AUTUMN = Started.between("2025-10-25T00:00:00Z", "2025-11-04T00:00:00Z");
    private static final Interval LAST_WEEKS = Started.between("2026-04-25T00:00:00Z", "2026-05-31T00:00:00Z");
    private static final Interval SPRING = Started.between("2026-02-24T00:00:00Z", "2026-05-31T00:00:00Z");

    @Test
    void with_every_fault_on_the_API_serves_the_truth_value_by_value() {
        SimulatorSettings settings = Started.settings().withFaults(Fault.all());
        try (Simulator simulator = Simulator.start(settings)) {
            PatientReader reader = new PatientReader(simulator);
            int compared = 0;
            for (PlantChannel channel : simulator.plant().channels()) {
                compared +=
                        compare(simulator, reader, channel, AUTUMN) + compare(simulator, reader, channel, LAST_WEEKS);
            }
            assertThat(compared).isGreaterThan(40_000);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "NULL_BINS",
                "GATEWAY_GAP",
                "CATCH_UP_ENERGY",
                "LATE_DATA",
                "CORRECTED_HISTORY",
                "AUTUMN_CLOCK_CHANGE",
                "BAD_VALUES",
                "UNSORTED",
                "DOUBLED_RECORDS",
                "NUMBERS_AS_STRINGS",
                "UNKNOWN_FIELD",
                "OTHER_UNITS",
                "WRONG_CONTENT_TYPE",
                "OPERATING_HOURS_LIST",
                "IDLE_NOISE",
                "FIELD_MISSING",
                "UNKNOWN_UNIT",
                "CHANNEL_ALL_NULL"
            })
    void with_each_fault_alone_too(Fault fault) {
        try (Simulator simulator = Started.with(fault)) {
            PatientReader reader = new PatientReader(simulator);
            for (int id : List.of(61001, 61005, 61006, 61011, 61013, 61015, 61016, 61017)) {
                compare(simulator, reader, simulator.plant().channel(id), AUTUMN);
            }
        }
    }

    @Test
    void what_cannot_be_had_is_not_in_the_truth() {
        try (Simulator simulator = Started.with(Fault.SUBSCRIPTION_ENDED, Fault.FORBIDDEN, Fault.CHANNEL_VANISHES)) {
            for (int id : List.of(61007, 61008, 61009, 61018, 61019, 61020)) {
                assertThat(simulator.truth().readings(id, SPRING)).as("channel " + id).isEmpty();
            }
            simulator.faults().set(Set.of());
            assertThat(simulator.truth().readings(61020, SPRING)).hasSize(96 * 96);
        }
    }

    @Test
    void readings_and_bad_ones_and_empty_slots_make_up_all_slots() {
        try (Simulator simulator = Simulator.start(Started.settings().withFaults(Fault.all()))) {
            Truth truth = simulator.truth();
            for (int id : List.of(61001, 61006, 61012, 61016)) {
                Set<Instant> slots = new HashSet<>(truth.readings(id, SPRING).keySet());
                slots.addAll(truth.badReadings(id, SPRING).keySet());
                slots.addAll(truth.empty(id, SPRING));
                assertThat(slots)
                        .hasSize(96 * 96)
                        .hasSize(truth.readings(id, SPRING).size()
                                + truth.badReadings(id, SPRING).size()
                                + truth.empty(id, SPRING).size());
            }
        }
    }

    @Test
    void bad_readings_are_of_every_kind() {
        try (Simulator simulator = Simulator.start(Started.settings().withFaults(Fault.all()))) {
            Set<ImpossibleReading> kinds = new HashSet<>();
            simulator.plant().channels().forEach(channel -> simulator
                    .truth()
                    .badReadings(channel.channelId(), SPRING)
                    .values()
                    .forEach(bad -> kinds.add(bad.bad())));
            assertThat(kinds).containsExactlyInAnyOrder(ImpossibleReading.values());
        }
    }

    private static int compare(Simulator simulator, PatientReader reader, PlantChannel channel, Interval interval) {
        Set<Fault> on = simulator.faults().now();
        if (!ChannelAccess.isReadable(channel, simulator.plant(), on)) {
            return 0;
        }
        int id = channel.channelId();
        Set<SimulatedField> fields = ChannelAccess.fields(channel, simulator.plant(), on);
        Map<Instant, double[]> good = simulator.truth().readings(id, interval);
        Map<Instant, BadReading> bad = simulator.truth().badReadings(id, interval);
        Set<Instant> seen = new HashSet<>();
        Set<Instant> reported = new HashSet<>();
        bad.values().forEach(reading -> reported.add(reading.reported()));
        Set<Instant> badSeen = new HashSet<>();
        for (Row row : reader.read(id, interval, fields, Duration.ofDays(2))) {
            if (row.ts() != null && good.containsKey(row.ts())) {
                seen.add(row.ts());
                equal(channel, row, fields, good.get(row.ts()));
            } else {
                badSeen.add(row.ts());
            }
        }
        assertThat(seen).as("channel " + id).isEqualTo(good.keySet());
        assertThat(badSeen).as("bad ones of channel " + id).isEqualTo(reported);
        return good.size();
    }

    private static void equal(PlantChannel channel, Row row, Set<SimulatedField> fields, double[] truth) {
        for (SimulatedField field : fields) {
            Column column = TruthColumn.of(field);
            if (column == null) {
                continue;
            }
            double ours = column.unit().startsWith("k") ? row.value(field) / 1000 : row.value(field);
            double expected = truth[column.ordinal()];
            if (!(Double.isNaN(ours) && Double.isNaN(expected))
                    && !(Math.abs(ours - expected) <= 1e-12 * Math.abs(expected))) {
                throw new AssertionError("Channel " + channel.channelId() + ", " + row.ts() + ", " + field + ": " + ours
                        + " came, " + expected + " is true");
            }
        }
    }
}
