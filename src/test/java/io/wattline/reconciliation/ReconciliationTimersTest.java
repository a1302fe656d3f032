package io.wattline.reconciliation;

import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reconciliations by themselves. */
class ReconciliationTimersTest {

    @Test
    void the_timers_open_read_and_publish_both_and_look_at_how_late_readings_come() {
        String everySecond = "0/1 * * * * ?";
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 7), clock),
                clock,
                Map.of(
                        "readings.history",
                        "1d",
                        "reconciliation.nightly.cron",
                        everySecond,
                        "reconciliation.nightly.days",
                        "1",
                        "reconciliation.weekly.cron",
                        everySecond,
                        "reconciliation.weekly.days",
                        "2",
                        "reconciliation.publish.cron",
                        everySecond,
                        "readings.late.cron",
                        everySecond,
                        "backfill.look.cron",
                        everySecond,
                        "backfill.share",
                        "90"),
                RunMode.TIMERS)) {
            await().until(() -> (long) wattline.value("select count(distinct created_by) from backfill_jobs "
                    + "join reconciliations using (job_id)") == 2);
        }
    }
}
