/** Detectors of anomalies: small, without a clock and without a way to look at later days. */
package io.wattline.anomaly.detector;
