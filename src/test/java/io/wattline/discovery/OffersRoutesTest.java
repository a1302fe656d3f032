package io.wattline.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What channels offer, asked channel by channel. */
class OffersRoutesTest {

    @Test
    void a_channel_that_does_not_say_what_it_offers_keeps_nobody_from_the_others() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        Plant plant = Plant.installation(1);
        try (WattlineUnderTest wattline =
                WattlineUnderTest.start(SimulatorSettings.of(plant, clock), clock, Map.of("readings.history", "1d"))) {
            wattline.request("direct:eniscope-metadata", null);
            wattline.simulator().faults().set(List.of(Fault.CHANNEL_VANISHES));
            List<Integer> progress = new ArrayList<>();
            BiConsumer<Integer, Integer> listener = (done, known) -> progress.add(done);
            wattline.request("direct:discovery-offers", listener);
            assertThat(progress).as("channels asked").hasSize(plant.channels().size());
            assertThat(wattline.rows("select channel_id from channel_shapes where offered is not null"))
                    .hasSizeGreaterThan(10)
                    .doesNotContain(Map.of(
                            "channel_id", plant.struckBy(Fault.CHANNEL_VANISHES).channelId()));
        }
    }
}
