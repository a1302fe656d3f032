package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The machine's clock is wrong for a while. What was stored meanwhile does not hold up the polls afterwards. */
class ClockJumpTest {

    private static final Instant NOW = Instant.parse("2026-02-03T12:10:00Z");
    private static final MovableClock CLOCK = new MovableClock(NOW);

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(2, 1), CLOCK), CLOCK, Map.of("readings.history", "2d"));
        wattline.sync();
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @Test
    void a_poll_while_the_clock_is_three_hours_ahead_delays_no_later_poll() {
        CLOCK.advance(Duration.ofHours(3));
        wattline.sync();
        assertThat(due()).as("as the wrong clock says").allMatch(NOW.plus(Duration.ofHours(3))::isBefore);
        CLOCK.advance(Duration.ofHours(-3).plusMinutes(1));
        wattline.sync();
        assertThat(due()).as("as the right clock says").allMatch(NOW.plus(Duration.ofMinutes(20))::isAfter);
    }

    @Test
    void a_channel_that_waits_after_a_failure_goes_on_waiting() {
        wattline.simulator().faults().set(List.of(Fault.SERVER_ERROR)).share(1);
        CLOCK.advance(Duration.ofMinutes(15));
        wattline.request("direct:poll-due", null);
        wattline.awaitIdle();
        List<Instant> waiting = due();
        assertThat(waiting).allMatch(CLOCK.instant()::isBefore);
        CLOCK.advance(Duration.ofSeconds(5));
        wattline.request("direct:poll-due", null);
        wattline.awaitIdle();
        assertThat(due()).isEqualTo(waiting);
        wattline.simulator().faults().set(List.of());
    }

    private static List<Instant> due() {
        return wattline.rows("select next_poll_at from poll_state order by channel_id").stream()
                .map(row -> ((java.sql.Timestamp) row.get("next_poll_at")).toInstant())
                .toList();
    }
}
