package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeFaultsTest {

    private static JsonNode readings(Fault fault, int channelId, int hours, SimulatedField... fields) {
        try (Simulator simulator = Started.with(fault)) {
            return SimulatorCaller.loggedIn(simulator).readings(channelId, Started.lastHours(hours), fields);
        }
    }

    private static List<Long> timestamps(JsonNode answer) {
        return answer.get("records").findValues("ts").stream().map(JsonNode::asLong).toList();
    }

    @Test
    void a_long_range_is_coarsened_and_only_the_resolution_tells() {
        JsonNode answer = readings(Fault.SILENT_COARSENING, 61001, 49, SimulatedField.E);
        assertThat(answer.get("resolution").asInt()).isEqualTo(1800);
        assertThat(answer.get("recordCount").asInt()).isEqualTo(98);
        assertThat(readings(Fault.SILENT_COARSENING, 61001, 48, SimulatedField.E)
                        .get("resolution")
                        .asInt())
                .isEqualTo(900);
    }

    @Test
    void a_roll_up_gives_two_bins_the_same_value_and_says_900() {
        JsonNode answer = readings(Fault.ROLL_UP, 61001, 49, SimulatedField.E);
        List<JsonNode> energy = answer.get("records").findValues("E");
        assertThat(answer.get("resolution").asInt()).isEqualTo(900);
        assertThat(energy).hasSize(196);
        IntStream.range(0, 98).forEach(i -> assertThat(energy.get(2 * i)).isEqualTo(energy.get(2 * i + 1)));
        List<JsonNode> kept = readings(Fault.ROLL_UP, 61001, 48, SimulatedField.E).get("records").findValues("E");
        assertThat(new HashSet<>(kept)).hasSizeGreaterThan(180);
        assertThat(SimulatedReadingsTest.sum(answer))
                .isCloseTo(
                        SimulatedReadingsTest.sum(readings(Fault.UNSORTED, 61001, 49, SimulatedField.E)), within(1e-3));
    }

    @Test
    void a_window_too_long_for_its_resolution_is_invalid() {
        try (Simulator simulator = Started.with(Fault.WINDOW_TOO_LONG)) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            String fiveDays =
                    SimulatorCaller.readingsPath(61001, Started.lastHours(120), List.of(SimulatedField.E), "");
            HttpResponse<String> response = caller.get(fiveDays + "&res=900");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("Invalid Parameter");
            assertThat(caller.get(fiveDays + "&res=1800").statusCode()).isEqualTo(200);
            assertThat(caller.readings(61001, Started.lastHours(96), SimulatedField.E)
                            .get("recordCount")
                            .asInt())
                    .isEqualTo(384);
        }
    }

    @Test
    void records_come_in_no_order_but_all_of_them() {
        List<Long> timestamps = timestamps(readings(Fault.UNSORTED, 61001, 5, SimulatedField.E));
        assertThat(timestamps).isNotEqualTo(timestamps.stream().sorted().toList()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void some_records_come_twice_as_a_copy_or_as_nulls() {
        JsonNode answer = readings(Fault.DOUBLED_RECORDS, 61001, 480, SimulatedField.E);
        List<Long> timestamps = timestamps(answer);
        assertThat(answer.get("recordCount").asInt()).isEqualTo(timestamps.size());
        assertThat(timestamps.size() - Set.copyOf(timestamps).size()).isBetween(40, 120);
        long nulls = answer.get("records").findValues("E").stream().filter(JsonNode::isNull).count();
        assertThat(nulls).isBetween(15L, 80L);
    }

    @Test
    void numbers_come_as_strings_from_every_second_channel() {
        JsonNode row = readings(Fault.NUMBERS_AS_STRINGS, 61001, 1, SimulatedField.E).get("records").get(0);
        assertThat(row.get("E").isTextual()).isTrue();
        assertThat(row.get("ts").isTextual()).isTrue();
        assertThat(readings(Fault.NUMBERS_AS_STRINGS, 61002, 1, SimulatedField.E)
                        .at("/records/0/E")
                        .isNumber())
                .isTrue();
    }

    @Test
    void a_code_that_nobody_knows_comes_along() {
        JsonNode answer = readings(Fault.UNKNOWN_FIELD, 61001, 1, SimulatedField.E);
        assertThat(answer.at("/records/0/XQ9").asInt()).isEqualTo(7);
        assertThat(answer.at("/units/XQ9").asText()).isEqualTo("x");
    }

    @Test
    void energy_and_power_come_in_other_units_with_the_same_meaning() {
        try (Simulator simulator = Started.with(Fault.OTHER_UNITS)) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            int[] factors = {1_000_000, 1, 1000};
            List<String> units = List.of("MWh kW", "Wh W", "kWh kW");
            for (int i = 0; i < 3; i++) {
                int id = 61001 + i;
                JsonNode answer = caller.readings(id, Started.lastHours(24), SimulatedField.E, SimulatedField.P);
                assertThat(answer.at("/units/E").asText() + " "
                                + answer.at("/units/P").asText())
                        .isEqualTo(units.get(i));
                double energyKwh = simulator.truth().energyKwh(id, Started.lastHours(24));
                assertThat(SimulatedReadingsTest.sum(answer) * factors[i] / 1000).isCloseTo(energyKwh, within(1e-9));
            }
        }
    }

    @Test
    void the_content_type_may_be_wrong_while_the_JSON_is_right() {
        try (Simulator simulator = Started.with(Fault.WRONG_CONTENT_TYPE)) {
            HttpResponse<String> response =
                    SimulatorCaller.loggedIn(simulator).get("/readings/61001?fields%5B%5D=E&daterange=yesterday");
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(SimulatorCaller.parsed(response.body()).get("recordCount").asInt()).isEqualTo(96);
        }
    }

    @Test
    void operating_hours_may_be_a_list() {
        assertThat(readings(Fault.OPERATING_HOURS_LIST, 61001, 1, SimulatedField.E)
                        .get("operatingHours")
                        .isArray())
                .isTrue();
        assertThat(readings(Fault.UNSORTED, 61001, 1, SimulatedField.E).get("operatingHours").isObject()).isTrue();
    }
}
