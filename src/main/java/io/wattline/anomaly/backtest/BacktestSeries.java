package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.watch.Adjustments;
import io.wattline.anomaly.watch.AnomalyEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A channel's history as a backtest takes it.
 *
 * @param tunings     of the channel; null for those of the backtest
 * @param faults      half-open ranges of cells that a person has confirmed as faults
 * @param holiday     days that are holidays at the site
 * @param adjustments what verdicts and budgets have raised on the channel
 */
public record BacktestSeries(String name, DayGrid grid, Map<AnomalyKind, DetectorTuning> tunings,
        List<int[]> faults, Predicate<LocalDate> holiday, Adjustments adjustments) {

    public BacktestSeries(String name, DayGrid grid) {
        this(name, grid, null, List.of(), day -> false, Adjustments.NONE);
    }

    boolean isConfirmed(AnomalyEvent event) {
        return faults.stream().anyMatch(fault -> event.fromCell() < fault[1] && event.toCell() > fault[0]);
    }

    int faultsFound(List<AnomalyEvent> events) {
        return (int) faults.stream().filter(fault -> events.stream()
                .anyMatch(event -> event.fromCell() < fault[1] && event.toCell() > fault[0])).count();
    }
}
