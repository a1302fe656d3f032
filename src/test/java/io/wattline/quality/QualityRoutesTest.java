package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.Parts;
import io.wattline.WattlineUnderTest;
import io.wattline.simulator.Plant;
import io.wattline.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code routes/quality.camel.yaml} with its timers on. */
class QualityRoutesTest {

    @Test
    void figures_and_views_follow_a_poll_by_themselves() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-10T12:00:00Z"));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(2, 1), clock), clock,
                Map.of("readings.history", "2d", "readings.poll.cron", "0/1 * * * * ?", "quality.refresh.cron", "0/1 * * * * ?"), Parts.Mode.TIMERS)) {
            await().until(() -> wattline.value("select count(*) from channel_day_quality where kept > 0"), count -> (Long) count >= 4);
            await().until(() -> wattline.rows("select channel_id, sum(kept) as n from channel_day_quality group by 1 order by 1"),
                    rows -> rows.equals(wattline.rows("select channel_id, count(*)::bigint as n from readings group by 1 order by 1")) && !rows.isEmpty());
            assertThat(wattline.value("select count(*) from quality_settings where setting = 'due-after-seconds' and value = 1800")).isEqualTo(1L);
            assertThat(List.of(wattline.value("select has_table_privilege('v_ingestion_quality', 'select')"))).containsExactly(true);
        }
    }
}
