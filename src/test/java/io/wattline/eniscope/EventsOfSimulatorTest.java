package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the simulated account has of alarms, events and tariffs arrives whole. */
class EventsOfSimulatorTest {

    @Test
    void alarm_event_and_tariff_of_the_account_are_there_after_a_metadata_sync() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));
        try (WattlineUnderTest wattline =
                WattlineUnderTest.start(SimulatorSettings.of(Plant.installation(7), clock), clock, Map.of())) {
            wattline.request("direct:eniscope-metadata", null);
            assertThat(wattline.rows("select a.condition, a.channel_id, e.description, e.state "
                            + "from v_alarms_and_events a join v_alarms_and_events e using (channel_id) "
                            + "where a.kind = 'alarm' and e.kind = 'event'"))
                    .containsExactly(Map.of(
                            "condition",
                            "E > 5000",
                            "channel_id",
                            61_001,
                            "description",
                            "Night load high",
                            "state",
                            "over"));
            assertThat(wattline.value("select periods->0->>'startTime' from vendor_alarms")).isEqualTo("22:00");
            assertThat(wattline.value("select tariff_name || ' of ' || organization_name from vendor_tariffs "
                    + "join organizations using (organization_id)"))
                    .isEqualTo("Day and night of Example Holdings");
        }
    }
}
