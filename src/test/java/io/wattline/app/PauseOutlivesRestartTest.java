package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.IngestionPause;
import io.wattline.reading.PollScheduler;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody pauses ingestion for a reason that a restart does not know. */
class PauseOutlivesRestartTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));

    private static PollScheduler scheduler(WattlineUnderTest wattline) {
        return wattline.context().getRegistry().lookupByNameAndType("pollScheduler", PollScheduler.class);
    }

    private static IngestionPause pause(WattlineUnderTest wattline) {
        return wattline.context().getRegistry().lookupByNameAndType("ingestionPause", IngestionPause.class);
    }

    @Test
    void a_paused_service_stays_paused_over_a_restart_says_so_and_resumes_for_good() {
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(2, 7), CLOCK), CLOCK,
                Map.of("readings.history", "1d"), RunMode.TIMERS)) {
            pause(wattline).pause();
            CLOCK.advance(Duration.ofHours(1));
            try (CapturedLog log = CapturedLog.open()) {
                wattline.restart();
                assertThat(log.lines()).anySatisfy(line -> assertThat(line).startsWith("WARN Ingestion has been "
                        + "paused since 2026-03-10T12:07:00Z and stays paused"));
            }
            assertThat(pause(wattline).isSet()).isTrue();
            wattline.request("direct:poll-due", null);
            assertThat(List.of(wattline.value("select count(*) from readings"), wattline.value("select count(*) "
                    + "from runs where kind = 'poll'"))).containsExactly(0L, 0L);

            pause(wattline).resume();
            wattline.restart();
            assertThat(pause(wattline).isSet()).isFalse();
            assertThat(scheduler(wattline).isOpen()).isTrue();
        }
    }

    @Test
    void a_pause_holds_also_while_the_database_cannot_keep_it_and_says_that_a_restart_would_end_it() {
        try (WattlineUnderTest wattline = WattlineUnderTest.start(
                        SimulatorSettings.of(Plant.of(2, 7), CLOCK),
                        CLOCK,
                        Map.of("readings.history", "1d", "database.connect-timeout", "1s"));
                CapturedLog log = CapturedLog.open()) {
            wattline.database().goAway();
            pause(wattline).pause();
            assertThat(scheduler(wattline).isOpen()).isFalse();
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).startsWith("ERROR Ingestion is paused now, "
                    + "but table service_state could not be written"));
            wattline.database().comeBack();
        }
    }
}
