/**
 * A simulated Eniscope Core API that behaves as the real one is known to: the traps of the source can be switched on
 * one by one, and what it holds in the end ({@link io.wattline.lab.simulator.Truth}) is known, so that ingestion can be
 * compared with it value by value. {@code ./wattline demo}, tests and benchmarks run it.
 * <p>
 * From the inside out: {@link io.wattline.lab.simulator.Plant} (what is installed), {@code Load} (what a meter would
 * measure), {@code History} (what the API holds of it, faults included), then the HTTP side. Values are {@code long}
 * millionths of the vendor's unit all the way into the answer, so no rounding gets lost.
 */
package io.wattline.lab.simulator;
