package io.wattline.lab.simulator;

/** What a {@link Fault} strikes. */
public enum FaultKind {
    /** The session. */
    SESSION,
    /** One channel; see {@link Plant#struckBy}. */
    ONE_CHANNEL,
    /** A share of all requests; the repeated request succeeds. */
    PASSING,
    /** Slots, chosen by the seed: every client sees the same ones. */
    DATA,
    /** The form of the responses of {@code /readings}. */
    SHAPE,
    /** The other resources: what a new version of the API may bring. */
    RESOURCES
}
