package io.wattline.eniscope;

import static io.wattline.eniscope.SourceUnderTest.LIST;
import static io.wattline.eniscope.SourceUnderTest.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code eniscope-call-pace} and the connection pool: the pace holds for all requests together. */
class PaceTest {

    @Test
    void requests_a_second_and_requests_in_flight_are_bounded() {
        try (SourceUnderTest api = new SourceUnderTest(
                Map.of("api.requests-per-second", "5", "api.requests-in-flight", "2"), Plant.of(1, 1))) {
            api.ask(LIST);
            api.faults().on(Fault.SLOW_ANSWER).share(1);
            assertThat(time(() -> assertThat(api.failuresOf(14, LIST)).containsOnlyNulls()))
                    .isGreaterThan(Duration.ofMillis(1900));
            assertThat(api.seen().inFlightMax())
                    .as("one where responses are faster than the pace")
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void other_tries_keep_the_pace_too() {
        try (SourceUnderTest api = new SourceUnderTest(
                Map.of(
                        "api.requests-per-second",
                        "4",
                        "api.retry.max",
                        "11",
                        "api.retry.delay",
                        "1ms",
                        "api.retry.delay-max",
                        "1ms",
                        "api.breaker.calls-min",
                        "1000",
                        "api.breaker.calls",
                        "1000"),
                Plant.of(1, 1))) {
            api.ask(LIST);
            api.faults().next(Fault.SERVER_ERROR, 11);
            assertThat(time(() -> api.ask(LIST))).isGreaterThan(Duration.ofMillis(1900));
        }
    }

    @Test
    void a_slow_source_is_read_at_full_breadth() {
        try (SourceUnderTest api = new SourceUnderTest(Map.of("api.requests-in-flight", "4"), Plant.of(1, 1))) {
            api.ask(LIST);
            api.faults().on(Fault.SLOW_ANSWER).share(1);
            assertThat(api.failuresOf(20, LIST)).containsOnlyNulls();
            assertThat(api.seen().inFlightMax()).isEqualTo(4);
        }
    }
}
