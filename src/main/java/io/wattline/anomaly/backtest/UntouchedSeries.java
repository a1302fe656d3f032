package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.watch.AnomalyEvent;
import java.util.List;
import java.util.Map;

/**
 * What was found in a series in which nothing was planted.
 *
 * @param raised by how much the cut-offs of detectors must rise to keep their budget of false alarms
 */
record UntouchedSeries(String channel, List<AnomalyEvent> events, int judgedDays, int faults, int faultsFound,
        Map<AnomalyKind, Double> raised) {

    private static final double DAYS_PER_MONTH = 365.25 / 12;

    /** Without the events that a person has confirmed: they are right. */
    static UntouchedSeries of(BacktestSeries series, List<AnomalyEvent> events, int judgedDays) {
        return new UntouchedSeries(series.name(), events.stream().filter(event -> !series.isConfirmed(event)).toList(),
                judgedDays, series.faults().size(), series.faultsFound(events), Map.of());
    }

    UntouchedSeries raised(Map<AnomalyKind, Double> factors) {
        return new UntouchedSeries(channel, events, judgedDays, faults, faultsFound, factors);
    }

    double months() {
        return judgedDays / DAYS_PER_MONTH;
    }

    /** Events of its own of a kind; null for all kinds. */
    long own(AnomalyKind kind) {
        return events.stream().filter(AnomalyEvent::isOwn).filter(event -> kind == null || event.kind() == kind)
                .count();
    }
}
