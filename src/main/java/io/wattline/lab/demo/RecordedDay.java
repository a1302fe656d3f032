package io.wattline.lab.demo;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A day that is always the same, on which edited routes are tried out: plant, faults and clock of the simulated source
 * are fixed, and all its faults lie in the data, so that no response depends on the order of requests. Nothing else
 * can be reached.
 */
public final class RecordedDay implements AutoCloseable {

    private static final long SEED = 1;
    private static final Instant START = Instant.parse("2026-03-03T00:10:00Z");
    /** By then everything late has come, and everything that is corrected is. */
    private static final Duration AFTERWARDS = Duration.ofHours(2);

    private static final Set<Fault> FAULTS = EnumSet.of(
            Fault.IDLE_NOISE,
            Fault.CHANNEL_ALL_NULL,
            Fault.SUBSCRIPTION_ENDED,
            Fault.NULL_BINS,
            Fault.GATEWAY_GAP,
            Fault.CATCH_UP_ENERGY,
            Fault.LATE_DATA,
            Fault.CORRECTED_HISTORY,
            Fault.BAD_VALUES,
            Fault.UNSORTED,
            Fault.DOUBLED_RECORDS,
            Fault.NUMBERS_AS_STRINGS,
            Fault.UNKNOWN_FIELD,
            Fault.OTHER_UNITS,
            Fault.OPERATING_HOURS_LIST);

    private volatile Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Simulator simulator = Simulator.start(
            SimulatorSettings.of(Plant.installation(SEED), clock).withFaults(FAULTS));

    public Clock clock() {
        return clock;
    }

    /** Time goes by, in which data come late and are corrected. */
    public void goOn() {
        now = now.plus(AFTERWARDS);
    }

    /** The source, in small steps one after the other, without notification channels. */
    public Map<String, String> overrides() {
        Map<String, String> overrides = new HashMap<>(Map.of(
                "eniscope.api.url", simulator.url(), "eniscope.api.key", simulator.settings().credentials().apiKey(),
                "eniscope.email", simulator.settings().credentials().email(), "eniscope.password",
                simulator.settings().credentials().password(), "api.requests-per-second", "1000",
                "api.requests-in-flight", "1", "api.retry.delay", "10ms", "api.retry.delay-max", "10ms",
                "readings.history", "1d", "readings.poll.parallel", "1"));
        for (String way : new String[] {
            "smtp.host",
            "smtp.username",
            "smtp.password",
            "slack.webhook.url",
            "pagerduty.routing-key",
            "heartbeat.url",
            "heartbeat.mail.to"
        }) {
            overrides.put(way, "");
        }
        return overrides;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
