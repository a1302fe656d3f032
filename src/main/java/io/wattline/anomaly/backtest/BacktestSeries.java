package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.DayGrid;

/** A channel's history as a backtest takes it. */
public record BacktestSeries(String name, DayGrid grid) {
}
