/**
 * A simulated Eniscope Core API that behaves as the real one is known to behave. Its faults can be switched on one by
 * one, and the values that it holds in the end are known ({@link io.wattline.lab.simulator.Truth}), so that ingestion
 * can be compared value by value.
 *
 * <p>From the inside out: {@link io.wattline.lab.simulator.Plant} (sites, devices, meters, channels, and the seed of
 * everything random), {@code Load} (what a meter measures: a pure function of time), {@code SimulatedHistory} (what the
 * API holds of a slot at an instant, with its faults), {@code Bins} (slots combined to the requested resolution),
 * {@code ReadingsJson} and {@code Resources} (responses), {@code AccessCheck} and {@code Sessions} (log-in and tokens),
 * {@code SimulatedApi} and {@link io.wattline.lab.simulator.Simulator} (the HTTP server).
 * {@link io.wattline.lab.simulator.Fault} lists the faults, {@code Control} switches them over HTTP, and
 * {@link io.wattline.lab.simulator.Amendments} change chosen slots.
 *
 * <p>Values are {@code long} millionths of the source's unit up to the response, so that nothing is rounded twice.
 *
 * <p>The package uses only {@code reading.Column} and {@code reading.Interval} of the product: it must not repeat the
 * product's mistakes.
 */
package io.wattline.lab.simulator;
