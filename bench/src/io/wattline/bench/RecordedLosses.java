package io.wattline.bench;

import io.wattline.anomaly.backtest.BacktestSeries;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.forecast.method.DaySeries;
import io.wattline.forecast.method.LossHistory;
import io.wattline.forecast.method.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The gaps of recorded series, by day; days before the first reading of a series are not expected. */
final class RecordedLosses {

    private final List<BacktestSeries> series;

    RecordedLosses(List<BacktestSeries> series) {
        this.series = series;
    }

    LocalDate first() {
        return series.stream().map(each -> each.grid().date(0)).min(LocalDate::compareTo).orElseThrow();
    }

    int days() {
        return series.stream().mapToInt(each -> each.grid().days()).max().orElseThrow();
    }

    List<LossHistory> histories() {
        return series.stream().map(RecordedLosses::history).toList();
    }

    private static LossHistory history(BacktestSeries series) {
        DayGrid grid = series.grid();
        double[] expected = new double[grid.days()];
        double[] missing = new double[grid.days()];
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(missing, Double.NaN);
        boolean begun = false;
        // the first and the last day are cut
        for (int day = 1; day < grid.days() - 1; day++) {
            int there = 0;
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                there += Double.isNaN(grid.energy(day, slot)) ? 0 : 1;
            }
            begun |= there > 0;
            if (begun) {
                expected[day] = grid.slotsPerDay();
                missing[day] = grid.slotsPerDay() - there;
            }
        }
        return new LossHistory(new Subject("channel:" + series.name(), series.name(), null, "0"),
                new DaySeries(grid.date(0), expected), new DaySeries(grid.date(0), missing));
    }
}
