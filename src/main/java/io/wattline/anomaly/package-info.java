/**
 * Anomalies: {@code detector} judges one day of one channel from what was known at its end, {@code watch} makes events
 * of what the detectors see day by day, {@code backtest} measures how often they are right.
 */
package io.wattline.anomaly;
