package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.anomaly.watch.ChannelWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Walks forward over series as the nightly run does, first untouched and then with one planted fault at a time, and
 * counts what was found and what was false. Whatever is found in an untouched series counts as false, although real
 * series hold real anomalies.
 */
public final class Backtest {

    private static final int CONTAMINATED_DAYS = 7;
    private static final double CONTAMINATION = 2;

    private final Map<AnomalyKind, DetectorTuning> tunings;
    private final long seed;
    private final int repeats;
    private final boolean otherSizes;

    /**
     * @param repeats    how many times each kind and size is planted in each series
     * @param otherSizes plants sizes on which no setting was chosen
     */
    public Backtest(Map<AnomalyKind, DetectorTuning> tunings, long seed, int repeats, boolean otherSizes) {
        this.tunings = tunings;
        this.seed = seed;
        this.repeats = repeats;
        this.otherSizes = otherSizes;
    }

    /** @param progress told how many series are done */
    public BacktestReport run(List<BacktestSeries> all, IntConsumer progress) {
        List<UntouchedSeries> untouched = new ArrayList<>();
        List<FaultTrial> trials = new ArrayList<>();
        List<FaultTrial> contaminated = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            BacktestSeries series = all.get(i);
            ChannelWatch watch = watch(series, series.grid());
            List<AnomalyEvent> events = watch.run();
            UntouchedSeries seen = UntouchedSeries.of(series, events, watch.judgedDays());
            untouched.add(seen.raised(BudgetTrial.of(series, tunings(series), seen)));
            plant(series, events, trials, contaminated);
            progress.accept(i + 1);
        }
        return BacktestReport.of(seed, untouched, trials, contaminated);
    }

    private ChannelWatch watch(BacktestSeries series, DayGrid grid) {
        return new ChannelWatch(grid, series.holiday(), Detectors.of(tunings(series)), series.adjustments());
    }

    private Map<AnomalyKind, DetectorTuning> tunings(BacktestSeries series) {
        return series.tunings() == null ? tunings : series.tunings();
    }

    private void plant(BacktestSeries series, List<AnomalyEvent> events, List<FaultTrial> trials,
            List<FaultTrial> contaminated) {
        Planter planter = new Planter(seed * 31 + series.name().hashCode());
        for (PlantedKind kind : PlantedKind.values()) {
            for (double size : kind.sizes(otherSizes)) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    Optional<PlantedFault> planted = planter.plant(series.grid(), kind, size);
                    planted.ifPresent(fault -> {
                        trials.add(FaultTrial.of(series.name(), fault, events, watch(series, fault.grid()).run()));
                        if (kind.isObvious(size)) {
                            contaminated.add(contaminated(series, fault));
                        }
                    });
                }
            }
        }
    }

    /** The same fault once more, with a week of doubled readings in what the detectors learn from. */
    private FaultTrial contaminated(BacktestSeries series, PlantedFault fault) {
        int from = fault.fromCell() / series.grid().slotsPerDay() - 2 * CONTAMINATED_DAYS;
        DayGrid without = contaminate(series.grid(), from);
        DayGrid with = contaminate(fault.grid(), from);
        PlantedFault again = new PlantedFault(fault.kind(), fault.size(), with, fault.fromCell(), fault.toCell());
        return FaultTrial.of(series.name(), again, watch(series, without).run(), watch(series, with).run());
    }

    private static DayGrid contaminate(DayGrid grid, int from) {
        DayGrid copy = grid.copy();
        for (int day = from; day < from + CONTAMINATED_DAYS; day++) {
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                copy.set(day, slot, grid.energy(day, slot) * CONTAMINATION, grid.power(day, slot) * CONTAMINATION);
            }
        }
        return copy;
    }
}
