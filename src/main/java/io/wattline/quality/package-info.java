/**
 * Measures how good the kept readings are: figures of channel days, checks over stored readings, grades, and the
 * breaker for bad data.
 *
 * <p>The figures of each channel and local day ({@code channel_day_quality}) follow every change of a reading. The
 * checks run nightly and on request; what they find is a row of {@code quality_findings}, and readings of a finding may
 * become suspect. Grades from A to F follow from figures, findings and the limits of {@code config/quality.yaml}. The
 * breaker puts a channel whose readings are rejected too often into quarantine, until good batches come again.
 *
 * <p>In reading order: {@link io.wattline.quality.QualityStandard} (the file), {@link io.wattline.quality.ChannelDays},
 * {@link io.wattline.quality.QualityChecks} with {@link io.wattline.quality.CheckRun} and {@link
 * io.wattline.quality.SumChecks} (the steps of {@code routes/quality.camel.yaml}), {@link
 * io.wattline.quality.CheckReports}, {@link io.wattline.quality.Scorecards} and {@link io.wattline.quality.Grader},
 * {@link io.wattline.quality.FindingActions}, {@link io.wattline.quality.Quarantine} and {@link
 * io.wattline.quality.DataBreaker}; {@link io.wattline.quality.QualityModule} puts it together.
 *
 * <p>May use {@code reading}, {@code validation}, {@code channel}, {@code database}, {@code yaml} and {@code settings}.
 */
package io.wattline.quality;
