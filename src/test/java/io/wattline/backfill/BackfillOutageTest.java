package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.PollScheduler;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackfillOutageTest {

    @Test
    void a_job_waits_while_the_whole_source_is_away_however_long_that_lasts() {
        try (BackfillStage stage = new BackfillStage(
                SimulatorSettings.of(Plant.of(4, 7), new MovableClock(Instant.parse("2026-03-10T12:07:00Z"))),
                Map.of(
                        "api.breaker.calls",
                        "10",
                        "api.breaker.calls-min",
                        "5",
                        "api.breaker.wait",
                        "1h",
                        "readings.retry.delay",
                        "1ms",
                        "readings.retry.delay-max",
                        "1ms"))) {
            stage.begin(Fault.SERVER_ERROR);
            stage.wattline.simulator().faults().share(1);
            long job = stage.backfills.openRange(List.of(), stage.days(20, 2), "test").orElseThrow();
            PollScheduler desk =
                    stage.wattline.context().getRegistry().lookupByNameAndType("pollScheduler", PollScheduler.class);
            for (int turn = 0; turn < 20; turn++) {
                stage.work();
                await().until(() -> desk.running() == 0);
            }
            assertThat(stage.job(job)).returns("open", BackfillJob::state).returns(0, BackfillJob::windowsFailed);
            assertThat(stage.wattline.value("select max(attempts) from backfill_windows")).as("asked in vain until "
                    + "the breaker opened").isIn(0, 1, 2);
            assertThat(stage.job(job).error()).contains("not sent, since the source fails");
        }
    }
}
