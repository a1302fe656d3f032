package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.watch.AnomalyEvent;
import java.util.List;

/** What was found in a series in which nothing was planted. */
record UntouchedSeries(String channel, List<AnomalyEvent> events, int judgedDays, int faults, int faultsFound) {

    /** Without the events that a person has confirmed: they are right. */
    static UntouchedSeries of(BacktestSeries series, List<AnomalyEvent> events, int judgedDays) {
        return new UntouchedSeries(series.name(), events.stream().filter(event -> !series.isConfirmed(event)).toList(),
                judgedDays, series.faults().size(), series.faultsFound(events));
    }


    private static final double DAYS_PER_MONTH = 365.25 / 12;

    double months() {
        return judgedDays / DAYS_PER_MONTH;
    }

    /** Events of its own of a kind; null for all kinds. */
    long own(AnomalyKind kind) {
        return events.stream().filter(AnomalyEvent::isOwn).filter(event -> kind == null || event.kind() == kind)
                .count();
    }
}
