package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.reading.Interval;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of the readings with no fault on. */
class SimulatedReadingsTest {

    private static Simulator simulator;
    private static SimulatorCaller caller;

    @BeforeAll
    static void start() {
        simulator = Started.with();
        caller = SimulatorCaller.loggedIn(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void an_answer_says_what_it_is() {
        JsonNode answer =
                caller.readings(61010, Started.lastHours(2), SimulatedField.E, SimulatedField.P, SimulatedField.PF);
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "uuid",
                        "name",
                        "channel",
                        "organization",
                        "timeZone",
                        "from",
                        "to",
                        "resolution",
                        "action",
                        "units",
                        "recordCount",
                        "records",
                        "operatingHours");
        assertThat(answer.get("name").asText()).isEqualTo("CHILLER \"A\" <b>&");
        assertThat(answer.get("timeZone").asText()).isEqualTo("Europe/London");
        assertThat(answer.get("units").toString()).isEqualTo("{\"ts\":\"Unix "
                + "Time\",\"E\":\"Wh\",\"P\":\"W\",\"PF\":\"\"}");
        assertThat(answer.get("recordCount").asInt()).isEqualTo(8).isEqualTo(answer.get("records").size());
        assertThat(answer.at("/records/0/ts").asLong()).isEqualTo(Started.lastHours(2).start().getEpochSecond());
    }

    @Test
    void a_three_phase_point_obeys_physics() {
        SimulatedField[] all = Started.PLANT.channel(61001).fields().toArray(SimulatedField[]::new);
        for (JsonNode row : caller.readings(61001, Started.lastHours(48), all).get("records")) {
            assertThat(row.get("E").asDouble())
                    .isCloseTo(
                            row.get("E1").asDouble()
                                    + row.get("E2").asDouble()
                                    + row.get("E3").asDouble(),
                            within(1e-6));
            assertThat(row.get("P").asDouble())
                    .isCloseTo(
                            row.get("P1").asDouble()
                                    + row.get("P2").asDouble()
                                    + row.get("P3").asDouble(),
                            within(1e-6));
            assertThat(row.get("I").asDouble())
                    .isCloseTo(
                            (row.get("I1").asDouble()
                                            + row.get("I2").asDouble()
                                            + row.get("I3").asDouble())
                                    / 3,
                            within(2e-4));
            assertThat(row.get("E").asDouble() / (row.get("P").asDouble() / 4)).isBetween(0.999, 1.001);
            assertThat(row.get("S").asDouble())
                    .isCloseTo(row.get("V").asDouble() * row.get("I").asDouble() * 3, within(1e-2));
            assertThat(row.get("PF").asDouble())
                    .isCloseTo(row.get("P").asDouble() / row.get("S").asDouble(), within(1e-4))
                    .isBetween(0.85, 1.0);
            assertThat(Math.hypot(row.get("P").asDouble(), row.get("Q").asDouble()))
                    .isCloseTo(row.get("S").asDouble(), within(1.0));
            assertThat(row.get("F").asDouble()).isBetween(49.9, 50.1);
        }
    }

    @Test
    void the_phases_of_a_point_are_channels_too() {
        Interval hours = Started.lastHours(3);
        JsonNode system = caller.readings(61001, hours, SimulatedField.E2).get("records");
        JsonNode second = caller.readings(61003, hours, SimulatedField.E).get("records");
        assertThat(second.findValues("E")).isEqualTo(system.findValues("E2"));
    }

    @Test
    void sites_differ_in_frequency_and_voltage() {
        JsonNode service = caller.readings(
                        61014, Started.lastHours(1), SimulatedField.F, SimulatedField.V, SimulatedField.U)
                .get("records")
                .get(0);
        assertThat(service.get("F").asDouble()).isBetween(59.9, 60.1);
        assertThat(service.get("V").asDouble()).isBetween(270.0, 284.0);
        assertThat(service.get("U").asDouble()).isBetween(467.0, 492.0);
        assertThat(caller.readings(61013, Started.lastHours(1), SimulatedField.V)
                        .at("/records/0/V")
                        .asDouble())
                .isBetween(117.0, 123.0);
        assertThat(caller.readings(61015, Started.lastHours(1), SimulatedField.V)
                        .at("/records/0/V")
                        .asDouble())
                .isBetween(470.0, 490.0);
    }

    @Test
    void the_sun_exports_by_day_and_power_is_then_negative() {
        Interval noon = Started.between("2026-05-31T12:00:00Z", "2026-05-31T12:15:00Z");
        JsonNode row = caller.readings(
                        61005, noon, SimulatedField.E, SimulatedField.EX, SimulatedField.P, SimulatedField.PF)
                .get("records")
                .get(0);
        assertThat(row.get("P").asDouble()).isNegative();
        assertThat((row.get("E").asDouble() - row.get("Ex").asDouble())
                        / (row.get("P").asDouble() / 4))
                .isBetween(0.999, 1.001);
        assertThat(row.get("PF").asDouble()).isBetween(-1.0, -0.9);
        Interval night = Started.between("2026-05-31T00:00:00Z", "2026-05-31T00:15:00Z");
        assertThat(caller.readings(61005, night, SimulatedField.EX).at("/records/0/Ex").asDouble()).isZero();
    }

    @Test
    void a_total_is_the_sum_of_the_slots_and_the_difference_of_the_registers() {
        Interval day = Started.lastHours(24);
        double sum = sum(caller.readings(61010, day, SimulatedField.E));
        JsonNode total =
                caller.json(SimulatorCaller.readingsPath(61010, day, List.of(SimulatedField.E), "&action=total"));
        assertThat(total.get("recordCount").asInt()).isOne();
        assertThat(total.at("/records/0/E").asDouble()).isCloseTo(sum, within(1e-6));
        JsonNode registers = caller.json(
                        SimulatorCaller.readingsPath(61010, day, List.of(SimulatedField.E), "&res=900&showCounters=1"))
                .get("records");
        double first = registers.get(0).get("E").asDouble();
        double firstUsage = caller.readings(61010, day, SimulatedField.E).at("/records/0/E").asDouble();
        assertThat(registers.get(registers.size() - 1).get("E").asDouble() - first)
                .isCloseTo(sum - firstUsage, within(1e-5));
        assertThat(simulator.truth().energyKwh(61010, day)).isCloseTo(sum / 1000, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"60, 1440", "900, 96", "1800, 48", "3600, 24", "86400, 1", "auto, 96"})
    void every_resolution_holds_the_same_energy(String resolution, int bins) {
        Interval day = Started.lastHours(24);
        JsonNode answer = caller.json(SimulatorCaller.readingsPath(
                61001, day, List.of(SimulatedField.E, SimulatedField.P), "&res=" + resolution));
        assertThat(answer.get("recordCount").asInt()).isEqualTo(bins);
        assertThat(sum(answer)).isCloseTo(sum(caller.readings(61001, day, SimulatedField.E)), within(1e-5));
    }

    @Test
    void bins_start_at_from_and_not_on_the_grid() {
        Interval shifted = new Interval(Started.NOW.minusSeconds(3600 + 211), Started.NOW.minusSeconds(211));
        JsonNode answer = caller.readings(61001, shifted, SimulatedField.E);
        assertThat(answer.get("records").findValues("ts").stream()
                        .map(ts -> (ts.asLong() - Started.NOW.getEpochSecond()) % 900))
                .containsOnly(-211L);
        assertThat(sum(answer)).isCloseTo(simulator.truth().energyKwh(61001, shifted) * 1000, within(1e-5));
    }

    @Test
    void the_future_and_the_time_before_installation_are_rows_of_nulls() {
        Interval around = new Interval(Started.NOW.minusSeconds(1800), Started.NOW.plusSeconds(1800));
        assertThat(
                        caller
                                .readings(61001, around, SimulatedField.E, SimulatedField.P)
                                .get("records")
                                .findValues("P")
                                .stream()
                                .map(JsonNode::isNull))
                .containsExactly(false, false, true, true);
        Interval installation = Started.between("2026-01-15T10:00:00Z", "2026-01-15T11:00:00Z");
        assertThat(caller.readings(61012, installation, SimulatedField.E).get("records").findValues("E").stream()
                        .map(JsonNode::isNull))
                .containsExactly(true, true, false, false);
    }

    @Test
    void an_hourly_channel_stays_hourly() {
        JsonNode answer = caller.readings(61011, Started.lastHours(4), SimulatedField.E);
        assertThat(answer.get("resolution").asInt()).isEqualTo(3600);
        assertThat(answer.get("recordCount").asInt()).isEqualTo(4);
    }

    @Test
    void a_channel_without_tariff_has_a_cost_of_null_and_no_unit_for_it() {
        JsonNode answer = caller.json(SimulatorCaller.readingsPath(
                61001, Started.lastHours(1), List.of(SimulatedField.E), "&fields%5B%5D=cost"));
        assertThat(answer.at("/records/0/cost").isNull()).isTrue();
        assertThat(answer.get("units").has("cost")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "61001?daterange[]=1780000000&daterange[]=1780003600",
                "61001?fields[]=&daterange[]=1780000000&daterange[]=1780003600",
                "61001?fields[]=E&fields[]=RH&daterange[]=1780000000&daterange[]=1780003600",
                "61001?fields[]=E&daterange[]=1780003600&daterange[]=1780000000",
                "61001?fields[]=E",
                "61001?fields[]=E&daterange=sometime",
                "61001?fields[]=E&daterange[]=x&daterange[]=y",
                "61001?fields[]=E&daterange=today&res=17",
                "61001?fields[]=E&daterange=today&action=dance",
                "61007?fields[]=E&daterange=today",
                "61009?fields[]=T&daterange=today",
                "61001?fields[]=E&daterange[]=0&daterange[]=1780000000&res=60"
            })
    void what_cannot_be_asked_is_500_invalid_parameter(String question) {
        HttpResponse<String> response = caller.get("/readings/" + question.replace("[]", "%5B%5D"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("Invalid Parameter");
    }

    @Test
    void brackets_may_come_as_they_are() throws Exception {
        RawRequest raw = new RawRequest(simulator);
        assertThat(
                        raw.get(
                                "/v1/readings/61001?fields[]=E&fields[]=P&daterange[]=1780000200&"
                                        + "daterange[]=1780003800&res=900"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void dates_are_whole_days_of_the_site() {
        JsonNode answer =
                caller.json("/readings/61014?fields%5B%5D=E&daterange%5B%5D=2026-05-01&daterange%5B%5D=2026-05-02");
        assertThat(answer.get("from").asLong())
                .isEqualTo(java.time.Instant.parse("2026-05-01T04:00:00Z").getEpochSecond());
        assertThat(Duration.ofSeconds(
                        answer.get("to").asLong() - answer.get("from").asLong()))
                .isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 1",
        "yesterday, 1",
        "daybefore, 1",
        "thisweek, 7",
        "lastweek, 7",
        "weekbefore, 7",
        "7days, 7",
        "previous7days, 7",
        "28days, 28",
        "30days, 30",
        "thismonth, 30",
        "lastmonth, 31",
        "thisyear, 365",
        "lastyear, 365"
    })
    void ranges_have_names(String name, int days) {
        JsonNode answer = caller.json("/readings/61006?fields%5B%5D=T&daterange=" + name);
        assertThat(Math.round((answer.get("to").asLong() - answer.get("from").asLong()) / 86_400.0)).isEqualTo(days);
    }

    static double sum(JsonNode answer) {
        return answer.get("records").findValues("E").stream().mapToDouble(JsonNode::asDouble).sum();
    }
}
