/**
 * What exists to demonstrate and to test Wattline, and is not used by a production service.
 *
 * <p>{@link io.wattline.lab.simulator} is a simulated Eniscope API with faults that can be switched on one by one.
 * {@link io.wattline.lab.demo} is the rest of {@code ./wattline demo}: an embedded PostgreSQL, a mail server, a catcher
 * of webhooks, a clock that runs faster, and the recorded day on which edited routes are tried.
 *
 * <p>Tests and benchmarks use both, instead of mocks.
 *
 * <p>Besides the command line and {@code app}, nobody may use these packages. The simulator shares with the product
 * only the list of columns and the interval, so that what it says about a reading is a second opinion.
 */
package io.wattline.lab;
