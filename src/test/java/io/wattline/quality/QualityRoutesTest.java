package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Scrape;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code routes/quality.camel.yaml} with its timers on, at the present time, which the views go by. */
class QualityRoutesTest {

    @Test
    void figures_and_views_follow_a_poll_by_themselves() {
        MovableClock clock = new MovableClock(Instant.now());
        try (WattlineUnderTest wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(2, 1), clock),
                clock,
                Map.of(
                        "readings.history",
                        "2d",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "quality.refresh.cron",
                        "0/1 * * * * ?",
                        "quality.validate.cron",
                        "0/5 * * * * ?"),
                RunMode.TIMERS)) {
            await().until(
                            () -> wattline.value("select count(*) from channel_day_quality where kept > 0"),
                            count -> (Long) count >= 4);
            await().until(() -> wattline.rows("select channel_id, sum(kept) as n from channel_day_quality group by 1 "
                    + "order by 1"),
                    rows -> rows.equals(wattline.rows("select channel_id, count(*)::bigint as n from readings "
                            + "group by 1 order by 1")) && !rows.isEmpty());
            assertThat(wattline.value("select count(*) from quality_settings where setting = 'due-after-seconds' "
                    + "and value = 1800")).isEqualTo(1L);
            await().untilAsserted(() -> assertThat(wattline.value("select sum(readings_count) "
                    + "from v_ingestion_quality")).isEqualTo(wattline.value("select count(*) from readings")));
            await().untilAsserted(() -> assertThat(wattline.value("select count(distinct rule) from quality_checks "
                    + "where problem is null")).isEqualTo(11L));
            await("a run that is over says so").until(() -> (Long) wattline.value("select count(*) from runs "
                    + "where kind = 'validate' and finished_at is not null") > 0);
            assertThat(wattline.value("select count(*) from quality_findings")).isEqualTo(0L);
            assertThat(Scrape.of(wattline).value("wattline_quality_refreshes_total")).isPositive();
        }
    }
}
