package io.wattline.estimation;

import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimationTimerTest {

    @Test
    void what_the_source_has_refused_for_good_is_estimated_by_itself() {
        String everySecond = "0/1 * * * * ?";
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 7), clock),
                clock,
                Map.of("readings.history", "1d", "readings.poll.cron", everySecond, "estimation.cron", everySecond),
                RunMode.TIMERS)) {
            await().until(() -> (long) wattline.value("select count(*) from readings") > 90);
            wattline.database().execute("delete from readings where \"timestamp\" = '2026-03-10T02:00Z'; "
                    + "insert into data_gaps (channel_id, gap_start, gap_end, reason, fillable, missing_slots) "
                    + "values (61001, '2026-03-10T02:00Z', '2026-03-10T02:15Z', 'no_data_from_source', false, 1)");
            await().until(() ->
                    (long) wattline.value("select count(*) from readings where data_quality = 'estimated'") == 1);
        }
    }
}
