package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chosen slots that are dropped, delayed, corrected and vanish. */
class AmendmentsTest {

    private static final int CHANNEL = 61001;
    private static final Interval HOUR = Started.between("2026-05-31T10:00:00Z", "2026-05-31T11:00:00Z");
    private static final Interval AROUND = Started.between("2026-05-31T09:00:00Z", "2026-05-31T12:00:00Z");
    private static final Instant LATER = Started.NOW.plus(Duration.ofHours(3));
    private static final MovableClock CLOCK = new MovableClock(Started.NOW);
    private static final Simulator SIMULATOR = Simulator.start(Started.settings(CLOCK));
    private static final SimulatorCaller CALLER = SimulatorCaller.loggedIn(SIMULATOR);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @BeforeEach
    void nothing_yet() {
        SIMULATOR.amendments().set(List.of());
        CLOCK.advance(Duration.between(CLOCK.instant(), Started.NOW));
    }

    /** What the API says now of energy in {@link #AROUND}, Wh; null where the bin is empty. */
    private static Double[] energies() {
        JsonNode records = SimulatorCaller.parsed(
                        CALLER.get("/readings/" + CHANNEL + "?fields%5B%5D=E&res=900&daterange%5B%5D="
                                        + AROUND.start().getEpochSecond() + "&daterange%5B%5D="
                                        + AROUND.end().getEpochSecond())
                                .body())
                .get("records");
        Double[] energies = new Double[records.size()];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = records.get(i).get("E").isNull() ? null : records.get(i).get("E").asDouble();
        }
        return energies;
    }

    private static Map<Instant, double[]> truth() {
        return SIMULATOR.truth().readings(CHANNEL, AROUND);
    }

    @Test
    void dropped_slots_never_arrive_and_those_around_them_stay() {
        Double[] before = energies();
        SIMULATOR.amendments().drop(CHANNEL, HOUR);
        CLOCK.advance(Duration.ofDays(30));
        Double[] after = energies();
        for (int i = 0; i < 12; i++) {
            assertThat(after[i]).as("bin %d", i).isEqualTo(i >= 4 && i < 8 ? null : before[i]);
        }
        assertThat(truth()).hasSize(8);
        assertThat(SIMULATOR.truth().readings(CHANNEL + 1, AROUND)).hasSize(12);
    }

    @Test
    void delayed_slots_are_null_until_their_time_and_true_from_then_on() {
        Double[] before = energies();
        SIMULATOR.amendments().delay(CHANNEL, HOUR, LATER);
        CLOCK.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(energies()).containsNull().hasSize(12);
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(energies()).containsExactly(before);
        assertThat(truth()).hasSize(12);
    }

    @Test
    void corrected_slots_change_at_their_time_and_the_truth_is_what_they_end_as() {
        Double[] before = energies();
        double energyKwh = truth().get(HOUR.start())[Column.ENERGY_KWH.ordinal()];
        SIMULATOR.amendments().correct(CHANNEL, HOUR, LATER, 1500);
        assertThat(energies()).containsExactly(before);
        CLOCK.advance(Duration.ofHours(3));
        Double[] after = energies();
        for (int i = 4; i < 8; i++) {
            assertThat(after[i]).isCloseTo(before[i] * 1.5, within(1e-5));
        }
        assertThat(after[3]).isEqualTo(before[3]);
        assertThat(truth().get(HOUR.start())[Column.ENERGY_KWH.ordinal()]).isCloseTo(energyKwh * 1.5, within(1e-8));
        assertThat(truth().get(HOUR.start())[Column.ENERGY_KWH.ordinal()]).isCloseTo(after[4] / 1000, within(1e-12));
    }

    @Test
    void vanished_slots_were_there_and_hold_nothing_in_the_end() {
        SIMULATOR.amendments().vanish(CHANNEL, HOUR, LATER);
        assertThat(energies()).doesNotContainNull();
        CLOCK.advance(Duration.ofHours(3));
        assertThat(energies()).containsNull();
        assertThat(SIMULATOR.truth().empty(CHANNEL, AROUND)).hasSize(4);
    }

    @Test
    void they_are_set_over_HTTP_and_a_wrong_one_is_refused_and_changes_nothing() {
        String url = SIMULATOR.url().replace("/v1", "/simulator/amendments");
        String body =
                "{\"amendments\":[{\"channel\":61001,\"start\":\"2026-05-31T10:00:00Z\","
                        + "\"end\":\"2026-05-31T11:00:00Z\",\"kind\":\"correct\","
                        + "\"at\":\"2026-06-01T03:00:00Z\",\"permille\":1500}]}";
        assertThat(CALLER.call("PUT", url, body).statusCode()).isEqualTo(200);
        Amendment wanted = new Amendment(CHANNEL, HOUR, Amendment.Kind.CORRECT, LATER, 1500);
        assertThat(SIMULATOR.amendments().now()).containsExactly(wanted);
        assertThat(CALLER.call("PUT", url, body.replace("correct", "burn")).body()).contains("burn", "DROP");
        assertThat(CALLER.call("PUT", url, body.replace("10:00:00Z", "ten")).statusCode()).isEqualTo(400);
        assertThat(CALLER.call("PUT", url, body.replace("1500", "-1")).body()).contains("-1", "allowed");
        assertThat(SIMULATOR.amendments().now()).containsExactly(wanted);
        assertThatThrownBy(() -> SIMULATOR.amendments().correct(CHANNEL, HOUR, LATER, 200_000))
                .hasMessageContaining("100000");
    }
}
