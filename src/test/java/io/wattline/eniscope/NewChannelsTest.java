package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.AtStep;
import io.wattline.testing.MovableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewChannelsTest {

    @Test
    void a_new_channel_is_not_polled_before_it_is_known_what_fields_it_offers() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-08T00:10:00Z"));
        AtStep fieldsAreAsked = new AtStep("eniscope-metadata-fields-types", 1);
        try (WattlineUnderTest wattline = WattlineUnderTest.start(
                Path.of("").toAbsolutePath(),
                SimulatorSettings.of(Plant.of(2, 1), clock),
                clock,
                Map.of("readings.history", "1d"),
                RunMode.ONCE,
                Map.of("fieldsAreAsked", fieldsAreAsked))) {
            // the timer may fire at any time, also now: channels are known, their fields are not
            fieldsAreAsked.act(() -> {
                wattline.request("direct:poll-due", null);
                assertThat(wattline.rows("select run_id from runs")).as("runs before the fields are known").isEmpty();
            });
            assertThat(wattline.sync().failures()).isEmpty();
            assertThat(fieldsAreAsked.turns()).isEqualTo(1);
            assertThat(wattline.value("select count(*) from readings")).isEqualTo(192L);
            assertThat(wattline.value("select count(*) from readings where reactive_power_kvar is null")).isEqualTo(0L);
        }
    }
}
