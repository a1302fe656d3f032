/**
 * Finds readings that are valid one by one and wrong as a series: a drifting meter, a frozen value, a changed level.
 * {@code config/anomalies.yaml} sets the detectors.
 *
 * <p>Reading order: {@link io.wattline.anomaly.AnomalyBook} (the settings of all detectors) and
 * {@link io.wattline.anomaly.AnomalyFile}, which reads them with their {@link io.wattline.anomaly.AnomalyOverride}s;
 * package {@code detector} judges one day of one channel; package {@code watch} combines the sightings of many days
 * into events; package {@code backtest} and {@link io.wattline.anomaly.BacktestRun} measure how often the detectors are
 * right.
 *
 * <p>A detector sees the day that it judges and earlier days, never later ones. So the nightly run and a backtest give
 * the same result for the same readings.
 *
 * <p>The package may use {@code settings} and {@code yaml}. The detectors are pure functions: no clock, no database.
 */
package io.wattline.anomaly;
