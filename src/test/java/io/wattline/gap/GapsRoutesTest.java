package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Scrape;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code gaps} on its timers, beside polls that go on. */
class GapsRoutesTest {

    /** The slots of three days that are over at ten past noon. */
    private static final Interval RANGE =
            new Interval(Instant.parse("2026-01-31T12:15:00Z"), Instant.parse("2026-02-03T12:00:00Z"));

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        SimulatorSettings source = SimulatorSettings.of(Plant.of(2, 1), clock).withFaults(Set.of(Fault.NULL_BINS));
        wattline = WattlineUnderTest.start(
                source,
                clock,
                Map.of(
                        "readings.history",
                        "3d",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "gaps.find.cron",
                        "0/1 * * * * ?",
                        "gaps.find-all.cron",
                        "0/2 * * * * ?"),
                RunMode.TIMERS);
        await().until(() ->
                (long) wattline.value("select count(*) from poll_state where last_reading_at is not null") == 2);
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    /** Searched while the polls were still at it: what they had not come to yet was no gap. */
    @Test
    void the_timers_find_what_is_missing_and_the_gauges_say_how_much() {
        int missing = 0;
        for (PlantChannel channel : wattline.simulator().plant().channels()) {
            Set<Instant> empty = wattline.simulator().truth().empty(channel.channelId(), RANGE);
            await().untilAsserted(() -> assertThat(
                            MissingSlots.of(wattline, channel.channelId()).keySet())
                    .isEqualTo(empty));
            missing += empty.size();
        }
        assertThat(missing).isPositive();
        double all = missing;
        await().until(() -> Scrape.of(wattline).sum("wattline_gaps_missing_slots{") == all);
        assertThat(Scrape.of(wattline).value("wattline_gaps_open{reason=\"no_data_from_source\"}")).isPositive();
        assertThat(Scrape.of(wattline).text()).contains("wattline_gaps_open{reason=\"channel_dead\"} 0.0");
        assertThat(wattline.rows("select * from data_gaps where reason = 'api_failure'")).as("what the first polls "
                + "had not come to yet").isEmpty();
    }
}
