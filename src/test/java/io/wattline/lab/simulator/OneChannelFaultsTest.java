package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneChannelFaultsTest {

    private static int victim(Fault fault) {
        return Started.PLANT.struckBy(fault).channelId();
    }

    @Test
    void every_fault_of_one_channel_has_a_victim_of_its_own_that_is_not_dead() {
        List<PlantChannel> victims = List.of(Fault.values()).stream()
                .filter(fault -> fault.kind() == FaultKind.ONE_CHANNEL)
                .map(Started.PLANT::struckBy)
                .toList();
        assertThat(victims).hasSize(9).doesNotHaveDuplicates().noneMatch(PlantChannel::dead);
    }

    @Test
    void an_ended_subscription_is_402_and_forbidden_is_403_with_an_empty_body() {
        try (Simulator simulator = Started.with(Fault.SUBSCRIPTION_ENDED, Fault.FORBIDDEN)) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            assertThat(caller.get("/readings/" + victim(Fault.SUBSCRIPTION_ENDED)
                                    + "?fields%5B%5D=E&daterange=yesterday")
                            .statusCode())
                    .isEqualTo(402);
            HttpResponse<String> forbidden =
                    caller.get("/readings/" + victim(Fault.FORBIDDEN) + "?fields%5B%5D=E&daterange=yesterday");
            assertThat(forbidden.statusCode()).isEqualTo(403);
            assertThat(forbidden.body()).isEmpty();
            assertThat(caller.get("/readings/61001?fields%5B%5D=E&daterange=yesterday").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_channel_vanishes_from_lists_and_by_id_and_comes_back() {
        try (Simulator simulator = Started.with()) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            simulator.faults().on(Fault.CHANNEL_VANISHES);
            String id = Integer.toString(victim(Fault.CHANNEL_VANISHES));
            assertThat(caller.json("/channels").get("channels")).hasSize(19);
            assertThat(caller.json("/channels").get("channels").findValuesAsText("dataChannelId")).doesNotContain(id);
            assertThat(caller.get("/channels/" + id).statusCode()).isEqualTo(404);
            assertThat(caller.get("/readings/" + id + "?fields%5B%5D=E&daterange=yesterday")
                            .statusCode())
                    .isEqualTo(404);
            simulator.faults().off(Fault.CHANNEL_VANISHES);
            assertThat(caller.get("/channels/" + id).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_channel_is_renamed_in_lists_and_answers() {
        try (Simulator simulator = Started.with(Fault.CHANNEL_RENAMED)) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            int id = victim(Fault.CHANNEL_RENAMED);
            assertThat(caller.json("/channels/" + id).get("channelName").asText()).endsWith(" (renamed)");
            assertThat(caller.readings(id, Started.lastHours(1), SimulatedField.E)
                            .get("name")
                            .asText())
                    .endsWith(" (renamed)");
        }
    }

    @Test
    void a_channel_may_be_all_null() {
        try (Simulator simulator = Started.with(Fault.CHANNEL_ALL_NULL)) {
            JsonNode answer = SimulatorCaller.loggedIn(simulator)
                    .readings(
                            victim(Fault.CHANNEL_ALL_NULL), Started.lastHours(24), SimulatedField.E, SimulatedField.P);
            assertThat(answer.get("recordCount").asInt()).isEqualTo(96);
            assertThat(answer.get("records").findValues("E")).allMatch(JsonNode::isNull);
        }
    }

    @Test
    void power_may_come_in_a_unit_that_nobody_knows() {
        try (Simulator simulator = Started.with(Fault.UNKNOWN_UNIT)) {
            JsonNode answer = SimulatorCaller.loggedIn(simulator)
                    .readings(victim(Fault.UNKNOWN_UNIT), Started.lastHours(1), SimulatedField.E, SimulatedField.P);
            assertThat(answer.get("units").toString()).isEqualTo("{\"ts\":\"Unix "
                    + "Time\",\"E\":\"Wh\",\"P\":\"furlong\"}");
        }
    }

    @Test
    void an_idle_channel_counts_noise_and_true_zeros() {
        try (Simulator simulator = Started.with(Fault.IDLE_NOISE)) {
            List<Double> energy = SimulatorCaller.loggedIn(simulator)
                    .readings(victim(Fault.IDLE_NOISE), Started.lastHours(24), SimulatedField.E)
                    .get("records")
                    .findValues("E")
                    .stream()
                    .map(JsonNode::asDouble)
                    .toList();
            assertThat(energy)
                    .allMatch(value -> value >= 0 && value <= 0.03)
                    .contains(0.0)
                    .anyMatch(value -> value > 0);
            JsonNode total = SimulatorCaller.loggedIn(simulator)
                    .json(SimulatorCaller.readingsPath(
                            victim(Fault.IDLE_NOISE),
                            Started.lastHours(24),
                            List.of(SimulatedField.E),
                            "&action=total"));
            assertThat(total.at("/records/0/E").asDouble(99)).as("so does its register").isBetween(0.0, 3.0);
        }
    }

    @Test
    void a_field_that_is_offered_but_missing_fails_every_request_with_it() {
        try (Simulator simulator = Started.with(Fault.FIELD_MISSING)) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            int id = victim(Fault.FIELD_MISSING);
            JsonNode offered = SimulatorCaller.parsed(caller.call("OPTIONS", simulator.url() + "/readings/" + id, "")
                            .body())
                    .at("/filters/fields");
            List<SimulatedField> fields = Started.PLANT.channel(id).fields();
            assertThat(offered).hasSize(fields.size());
            assertThat(caller.get(SimulatorCaller.readingsPath(id, Started.lastHours(1), fields, ""))
                            .statusCode())
                    .isEqualTo(500);
            assertThat(caller.get(SimulatorCaller.readingsPath(
                                    id, Started.lastHours(1), fields.subList(0, fields.size() - 1), ""))
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
