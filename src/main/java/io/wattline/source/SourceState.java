package io.wattline.source;

import java.time.Instant;

/** What is known about the source without a request. */
public interface SourceState {

    /** Id of the route step that is the circuit breaker in front of the source. */
    String breakerId();

    /**
     * The end of the pause after a refused log-in. In the past where there is no pause; {@link Instant#MIN} before the
     * first refusal.
     */
    Instant refusedUntil();

    /** How many log-ins were sent. */
    int logIns();
}
