package io.wattline.lab.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * How a simulator starts.
 *
 * @param clock           decides what is future, what has arrived, and how long the account is locked
 * @param port            0 = any that is free
 * @param share           of requests that a fault of kind {@link FaultKind#PASSING} strikes
 * @param credentials     that are let in
 * @param tokenUses       requests after which a session ends, with {@link Fault#TOKEN_EXPIRES}
 * @param failedLoginsMax failed log-ins in a row after which the account is locked
 * @param lockedFor       how long it is then locked
 * @param slowness        of {@link Fault#SLOW_ANSWER}, real time
 * @param silence         of {@link Fault#SILENCE}, real time
 * @param lateness        how late data comes or changes at most, by the clock
 * @param windowMax       the longest window at 900 s with {@link Fault#WINDOW_TOO_LONG}
 * @param coarsenAfter    the longest window that {@link Fault#SILENT_COARSENING} and {@link Fault#ROLL_UP} leave alone
 */
public record SimulatorSettings(
        Plant plant,
        Clock clock,
        int port,
        Set<Fault> faults,
        double share,
        Credentials credentials,
        int tokenUses,
        int failedLoginsMax,
        Duration lockedFor,
        Duration slowness,
        Duration silence,
        Duration lateness,
        Duration windowMax,
        Duration coarsenAfter) {

    /** What a client must send. */
    public record Credentials(String apiKey, String email, String password) {

        /** Those of the demo: no secret. */
        public static final Credentials DEMO = new Credentials("demo-key", "demo@example.org", "demo");

        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    public SimulatorSettings {
        faults = Set.copyOf(faults);
    }

    /** No fault, any port, credentials of the demo; when passing faults come they strike one request in ten. */
    public static SimulatorSettings of(Plant plant, Clock clock) {
        return new SimulatorSettings(
                plant, clock, 0, Set.of(), 0.1, Credentials.DEMO, 50, 5, Duration.ofMinutes(15), Duration.ofSeconds(2),
                Duration.ofSeconds(40), Duration.ofMinutes(100), Duration.ofDays(4), Duration.ofDays(2));
    }

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(
                plant, clock, newPort, faults, share, credentials, tokenUses, failedLoginsMax, lockedFor, slowness,
                silence, lateness, windowMax, coarsenAfter);
    }

    public SimulatorSettings withFaults(Set<Fault> newFaults) {
        return new SimulatorSettings(
                plant, clock, port, newFaults, share, credentials, tokenUses, failedLoginsMax, lockedFor, slowness,
                silence, lateness, windowMax, coarsenAfter);
    }

    public SimulatorSettings withShare(double newShare) {
        return new SimulatorSettings(
                plant, clock, port, faults, newShare, credentials, tokenUses, failedLoginsMax, lockedFor, slowness,
                silence, lateness, windowMax, coarsenAfter);
    }

    public SimulatorSettings withCredentials(Credentials newCredentials) {
        return new SimulatorSettings(
                plant, clock, port, faults, share, newCredentials, tokenUses, failedLoginsMax, lockedFor, slowness,
                silence, lateness, windowMax, coarsenAfter);
    }

    public SimulatorSettings withTokenUses(int newTokenUses) {
        return new SimulatorSettings(
                plant, clock, port, faults, share, credentials, newTokenUses, failedLoginsMax, lockedFor, slowness,
                silence, lateness, windowMax, coarsenAfter);
    }

    /** How long slow and silent responses take. */
    public SimulatorSettings withPauses(Duration newSlowness, Duration newSilence) {
        return new SimulatorSettings(
                plant, clock, port, faults, share, credentials, tokenUses, failedLoginsMax, lockedFor, newSlowness,
                newSilence, lateness, windowMax, coarsenAfter);
    }

    public SimulatorSettings withLateness(Duration newLateness) {
        return new SimulatorSettings(
                plant, clock, port, faults, share, credentials, tokenUses, failedLoginsMax, lockedFor, slowness,
                silence, newLateness, windowMax, coarsenAfter);
    }

    /** The longest window that is served, and the longest that is served as asked. */
    public SimulatorSettings withWindows(Duration newWindowMax, Duration newCoarsenAfter) {
        return new SimulatorSettings(
                plant, clock, port, faults, share, credentials, tokenUses, failedLoginsMax, lockedFor, slowness,
                silence, lateness, newWindowMax, newCoarsenAfter);
    }
}
