package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingFaultsTest {

    private static final String QUESTION = "/readings/61001?fields%5B%5D=E&daterange=yesterday";
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

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS, 429, Too Many",
        "TOO_MANY_REQUESTS_RETRY_AFTER, 429, Too Many",
        "SERVER_ERROR, " + "500, Internal",
        "UNAVAILABLE, 503, <html>",
        "CONFLICT, 409, Conflict",
        "PRECONDITION_FAILED, 412, Precondition",
        "HTML_WITH_200, 200, <html>",
        "WRONG_TYPES, 200, '\"records\":\"none\"'"
    })
    void a_fault_answers_in_place_and_the_repeated_request_passes(Fault fault, int status, String body) {
        simulator.faults().next(fault, 1);
        HttpResponse<String> response = caller.get(QUESTION);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(body);
        assertThat(response.headers().firstValue("Retry-After").isPresent())
                .isEqualTo(fault == Fault.TOO_MANY_REQUESTS_RETRY_AFTER);
        assertThat(caller.json(QUESTION).get("recordCount").asInt()).isEqualTo(96);
    }

    @Test
    void an_empty_body_is_200_with_nothing() {
        simulator.faults().next(Fault.EMPTY_BODY, 1);
        HttpResponse<String> response = caller.get(QUESTION);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void a_body_is_cut_off_in_the_JSON_and_in_the_connection_in_turn() {
        String whole = caller.get(QUESTION).body();
        int broken = 0;
        for (int i = 0; i < 4; i++) {
            simulator.faults().next(Fault.CUT_OFF_BODY, 1);
            try {
                assertThat(caller.get(QUESTION).body()).isEqualTo(whole.substring(0, whole.length() / 2));
            } catch (UncheckedIOException e) {
                broken++;
            }
        }
        assertThat(broken).isEqualTo(2);
    }

    @Test
    void a_connection_ends_without_an_answer() throws Exception {
        simulator.faults().next(Fault.CONNECTION_RESET, 1);
        assertThat(new RawRequest(simulator).get("/accounts")).isNull();
        assertThat(new RawRequest(simulator).get("/accounts")).startsWith("HTTP/1.1 200");
    }

    @Test
    void silence_ends_without_an_answer() throws Exception {
        simulator.faults().next(Fault.SILENCE, 1);
        long start = System.nanoTime();
        assertThat(new RawRequest(simulator).get("/accounts")).isNull();
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
    }

    @Test
    void a_slow_answer_is_right() {
        simulator.faults().next(Fault.SLOW_ANSWER, 1);
        long start = System.nanoTime();
        assertThat(caller.json(QUESTION).get("recordCount").asInt()).isEqualTo(96);
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
    }

    @Test
    void they_strike_the_share_that_was_set_and_the_repetition_passes() {
        try (Simulator struck = Simulator.start(
                Started.settings().withShare(0.3).withFaults(Set.of(Fault.SERVER_ERROR, Fault.TOO_MANY_REQUESTS)))) {
            SimulatorCaller other = new SimulatorCaller(struck);
            while (other.logIn().statusCode() != 200) {
                // Struck.
            }
            int hit = 0;
            for (int i = 0; i < 500; i++) {
                if (other.get("/events?number=" + i).statusCode() != 200) {
                    hit++;
                    assertThat(other.get("/events?number=" + i).statusCode()).isEqualTo(200);
                }
            }
            assertThat(hit).isBetween(100, 200);
            assertThat(struck.seen().answered(500)).isPositive();
            assertThat(struck.seen().answered(429)).isPositive();
        }
    }

    @Test
    void at_a_share_of_one_nothing_passes_until_it_is_over() {
        try (Simulator down = Started.with()) {
            SimulatorCaller other = SimulatorCaller.loggedIn(down);
            down.faults().on(Fault.UNAVAILABLE).share(1);
            for (int i = 0; i < 5; i++) {
                assertThat(other.get("/events").statusCode()).isEqualTo(503);
            }
            down.faults().off(Fault.UNAVAILABLE);
            assertThat(other.get("/events").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void only_passing_faults_can_be_ordered_and_shares_are_from_0_to_1() {
        assertThatThrownBy(() -> simulator.faults().next(Fault.NULL_BINS, 1))
                .hasMessageContaining("NULL_BINS")
                .hasMessageContaining("PASSING");
        assertThatThrownBy(() -> simulator.faults().share(1.5))
                .hasMessageContaining("1.5")
                .hasMessageContaining("0 to 1");
    }
}
