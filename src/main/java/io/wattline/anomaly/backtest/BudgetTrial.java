package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.Adjustments;
import io.wattline.anomaly.watch.ChannelWatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks by how much the cut-off of a detector must rise on a channel, so that it keeps its budget of false alarms. */
final class BudgetTrial {

    private static final double[] FACTORS = {1.5, 2.25, 3.4};
    /** A budget of so many a month cannot be judged on less. */
    private static final double MONTHS_MIN = 1.9;

    private BudgetTrial() {
    }

    /** The factors of the detectors that cost more than their budget; infinite where no factor helps. */
    static Map<AnomalyKind, Double> of(BacktestSeries series, Map<AnomalyKind, DetectorTuning> tunings,
            UntouchedSeries untouched) {
        Map<AnomalyKind, Double> raised = new EnumMap<>(AnomalyKind.class);
        tunings.forEach((kind, tuning) -> {
            if (untouched.months() >= MONTHS_MIN && isOver(untouched, kind, tuning)) {
                raised.put(kind, factor(series, tunings, kind));
            }
        });
        return raised;
    }

    private static double factor(BacktestSeries series, Map<AnomalyKind, DetectorTuning> tunings, AnomalyKind kind) {
        for (double factor : FACTORS) {
            List<Adjustments.Adjustment> with = new ArrayList<>(series.adjustments().all());
            with.add(new Adjustments.Adjustment(kind, LocalDate.MIN, factor, null, true));
            ChannelWatch watch = new ChannelWatch(series.grid(), series.holiday(), Detectors.of(tunings),
                    new Adjustments(with));
            if (!isOver(UntouchedSeries.of(series, watch.run(), watch.judgedDays()), kind, tunings.get(kind))) {
                return factor;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean isOver(UntouchedSeries untouched, AnomalyKind kind, DetectorTuning tuning) {
        return untouched.own(kind) / untouched.months() > tuning.alarmsPerMonth();
    }
}
