package io.wattline.anomaly;

import io.wattline.anomaly.backtest.Backtest;
import io.wattline.anomaly.backtest.BacktestReport;
import io.wattline.anomaly.backtest.BacktestSeries;
import io.wattline.anomaly.backtest.SeriesFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A backtest of the detectors as they are set in {@code config/anomalies.yaml}, over a file of series. Needs neither
 * database nor service.
 *
 * @param file       see {@link SeriesFile}
 * @param zone       of the days and timestamps of a CSV file
 * @param seed       the same seed plants the same faults
 * @param repeats    how many times each kind and size is planted in each series
 * @param otherSizes plants sizes on which no setting was chosen
 */
public record BacktestRun(Path file, ZoneId zone, long seed, int repeats, boolean otherSizes) {

    /** @param progress told how many series of how many are done */
    public BacktestReport run(AnomalyBook book, BiConsumer<Integer, Integer> progress) {
        List<BacktestSeries> series = SeriesFile.read(file, zone);
        Backtest backtest = new Backtest(book.tunings(), seed, repeats, otherSizes);
        return backtest.run(series, done -> progress.accept(done, series.size()));
    }
}
