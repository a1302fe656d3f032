/**
 * Estimates readings that the source does not have, and marks them as estimated.
 *
 * <p>Only gaps that the source has refused for good are estimated, by the methods of {@code config/estimation.yaml} in
 * their order: a straight line for short gaps, the mean of like days for longer ones. Where the energy over the gap is
 * known (the reading after it, the register, a total, coarser bins), the estimate is scaled to it exactly. A gap that
 * no method may fill stays missing, and {@code estimates.why_none} says why. An estimate never replaces a measurement.
 *
 * <p>In reading order: {@link io.wattline.estimation.Estimations} (the steps of {@code routes/estimation.camel.yaml}),
 * {@link io.wattline.estimation.EstimationRun} and {@link io.wattline.estimation.EstimationTask} (a run and one of its
 * gaps), {@link io.wattline.estimation.GapEstimation} (the decision), {@code EstimationMethod} with {@code Linear} and
 * {@code LikeDay}, {@code GapTotalSource} with its three implementations, {@code Scaling}, {@link
 * io.wattline.estimation.Estimate}; {@link io.wattline.estimation.EstimationRules} is the file, {@link
 * io.wattline.estimation.EstimationModule} puts it together.
 *
 * <p>May use {@code reading} (counters, intervals), {@code field}, {@code channel}, {@code source} (exceptions), {@code
 * yaml} and {@code settings}.
 */
package io.wattline.estimation;
