/** Plants faults in series that are known, and measures what the detectors make of them. */
package io.wattline.anomaly.backtest;
