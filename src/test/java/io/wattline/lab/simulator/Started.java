package io.wattline.lab.simulator;

import io.wattline.reading.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Starts simulators for tests: the demo's installation on 1 June 2026, with short pauses. */
final class Started {

    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    static final Plant PLANT = Plant.installation(7);

    private Started() {
    }

    static Simulator with(Fault... faults) {
        return Simulator.start(settings().withFaults(Set.of(faults)));
    }

    static SimulatorSettings settings() {
        return settings(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static SimulatorSettings settings(Clock clock) {
        return SimulatorSettings.of(PLANT, clock).withPauses(Duration.ofMillis(300), Duration.ofMillis(300));
    }

    /** So many hours before {@link #NOW}. */
    static Interval lastHours(int hours) {
        return new Interval(NOW.minus(Duration.ofHours(hours)), NOW);
    }

    static Interval between(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }
}
