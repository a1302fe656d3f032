package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyBook;
import io.wattline.anomaly.BacktestRun;
import io.wattline.anomaly.StoredBacktest;
import io.wattline.anomaly.backtest.BacktestReport;
import io.wattline.anomaly.backtest.SeriesFileException;
import io.wattline.app.WattlineSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how often the detectors are right. */
@Command(name = "backtest", description = "Plants known faults in stored readings, or in a file of series, and says "
        + "how many each detector finds and how many false alarms it raises. Changes no reading.")
final class AnomaliesBacktest extends ReportingVerb {

    private static final int DAYS_MIN = 60;
    private static final int DAYS_MAX = 1100;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--days", paramLabel = "N", defaultValue = "180",
            description = "The last so many days (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--data", paramLabel = "FILE", description = "Series of a file instead of stored readings: JSON or "
            + "CSV, see docs/anomalies.md. Needs no database.")
    private Path file;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "The same seed plants the same faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    AnomaliesBacktest(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (days < DAYS_MIN || days > DAYS_MAX) {
            throw wrongUsage("--days is " + days + "; allowed: " + DAYS_MIN + " to " + DAYS_MAX);
        }
        AnomalyBook book = AnomalyBook.of(context().home());
        BiConsumer<Integer, Integer> progress = isJson() ? (done, of) -> { } : (done, of) ->
                terminal().progress("backtest: " + done + " of " + of + " series");
        BacktestReport report = file == null ? stored(book, progress) : ofFile(book, progress);
        report(report, () -> report.text().forEach(terminal()::line));
        return DONE;
    }

    private BacktestReport ofFile(AnomalyBook book, BiConsumer<Integer, Integer> progress) {
        if (!channelIds.isEmpty()) {
            throw wrongUsage("--channel is of stored readings; allowed: --channel or --data");
        }
        try {
            return new BacktestRun(file, ZoneOffset.UTC, seed, 1, false).run(book, progress);
        } catch (SeriesFileException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private BacktestReport stored(AnomalyBook book, BiConsumer<Integer, Integer> progress) {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            return typed(() -> new StoredBacktest(book, database, Clock.systemUTC())
                    .run(channelIds, days, seed, progress));
        }
    }
}
