/**
 * Plants known faults in series of real readings and measures what the detectors find: hits, delay, and false alarms
 * per channel and month.
 *
 * <p>Reading order: {@link io.wattline.anomaly.backtest.SeriesFile} reads
 * {@link io.wattline.anomaly.backtest.BacktestSeries} from JSON or CSV;
 * {@link io.wattline.anomaly.backtest.PlantedKind} lists the kinds and sizes of faults, and
 * {@link io.wattline.anomaly.backtest.Planter} makes a {@link io.wattline.anomaly.backtest.PlantedFault} of one;
 * {@link io.wattline.anomaly.backtest.Backtest} runs the detectors over the untouched series
 * ({@link io.wattline.anomaly.backtest.UntouchedSeries}) and over each planted fault
 * ({@link io.wattline.anomaly.backtest.FaultTrial}); {@link io.wattline.anomaly.backtest.BacktestReport} counts,
 * {@link io.wattline.anomaly.backtest.BacktestText} prints.
 *
 * <p>Everything that is found in an untouched series counts as a false alarm, although real series contain real
 * anomalies. So the measured rate of false alarms is an upper bound.
 *
 * <p>The package may use {@code anomaly.detector}, {@code anomaly.watch} and {@code yaml}.
 */
package io.wattline.anomaly.backtest;
