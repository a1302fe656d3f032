/**
 * Detectors of anomalies. Each judges one day of one channel from what was known at the end of that day.
 *
 * <p>Reading order: {@link io.wattline.anomaly.detector.DayGrid} holds the readings of a channel by local day and slot;
 * {@link io.wattline.anomaly.detector.DayView} shows a detector the judged day and the days before it;
 * {@link io.wattline.anomaly.detector.Expectations} says what like days predict
 * ({@link io.wattline.anomaly.detector.Expected}); a {@link io.wattline.anomaly.detector.Detector} returns
 * {@link io.wattline.anomaly.detector.Sighting}s with score, cut-off, {@link io.wattline.anomaly.detector.AnomalyKind}
 * and {@link io.wattline.anomaly.detector.Cause}; {@link io.wattline.anomaly.detector.Detectors} lists the detectors of
 * a single channel, such as {@link io.wattline.anomaly.detector.LevelDetector},
 * {@link io.wattline.anomaly.detector.FrozenDetector} and {@link io.wattline.anomaly.detector.ClockDetector};
 * {@link io.wattline.anomaly.detector.BalanceDetector} compares channels.
 *
 * <p>Energy is in kWh per slot, power in kW; a missing or untrusted reading is {@link Double#NaN}. A score above the
 * cut-off is an anomaly; each detector says in its Javadoc in which unit score, cut-off and floor are.
 * {@link io.wattline.anomaly.detector.DetectorTuning} sets them.
 *
 * <p>The package is plain Java: no clock, no database, no settings. {@link io.wattline.anomaly.detector.Robust} has the
 * statistics.
 */
package io.wattline.anomaly.detector;
