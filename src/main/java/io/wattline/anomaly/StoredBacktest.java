package io.wattline.anomaly;

import io.wattline.anomaly.backtest.Backtest;
import io.wattline.anomaly.backtest.BacktestReport;
import io.wattline.anomaly.backtest.BacktestSeries;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.channel.RequestedChannels;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** A backtest of the detectors over stored readings. Its results are kept in table {@code detector_scores}. */
public final class StoredBacktest {

    private static final String ALL = "all";

    private final AnomalyBook book;
    private final ChannelHistory history;
    private final Sql sql;
    private final Clock clock;

    public StoredBacktest(AnomalyBook book, DataSource database, Clock clock) {
        this.book = book;
        this.history = new ChannelHistory(database);
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /**
     * @param channelIds empty for all active channels; one that does not exist is an {@link IllegalArgumentException}
     * @param days       so many days back
     * @param progress   called with how many channels are done, and how many there are
     */
    public BacktestReport run(List<Integer> channelIds, int days, long seed, BiConsumer<Integer, Integer> progress) {
        RequestedChannels.require(sql, channelIds.toArray(Integer[]::new));
        List<BacktestSeries> series = new ArrayList<>();
        for (JudgedChannel channel : history.channels(channelIds)) {
            if (channel.firstReading() != null) {
                series.add(series(channel, days));
            }
        }
        Backtest backtest = new Backtest(book.tunings(), day -> false, seed, 1);
        BacktestReport report = backtest.run(series, done -> progress.accept(done, series.size()));
        keep(report, channelIds.size() == 1 ? channelIds.get(0).toString() : ALL);
        return report;
    }

    private BacktestSeries series(JudgedChannel channel, int days) {
        LocalDate through = channel.day(clock.instant()).minusDays(1);
        LocalDate from = through.minusDays(days - 1L);
        LocalDate first = from.isBefore(channel.firstDay()) ? channel.firstDay() : from;
        DayGrid whole = history.readings(channel, first, through);
        DayGrid grid = whole.part((int) ChronoUnit.DAYS.between(channel.firstDay(), first), whole.days());
        List<int[]> faults = sql.all(NamedSql.file("anomaly-faults"), Map.of("channel", channel.id()), row ->
                new int[] {cell(channel, grid, first, Sql.instant(row, "starts_at")),
                        cell(channel, grid, first, Sql.instant(row, "ends_at"))}).stream()
                .filter(range -> range[1] > 0).toList();
        return new BacktestSeries(String.valueOf(channel.id()), grid, book.tunings(channel.channel()), faults);
    }

    private static int cell(JudgedChannel channel, DayGrid grid, LocalDate first, Instant instant) {
        long minutes = ChronoUnit.MINUTES.between(channel.start(first), instant);
        return (int) (minutes / grid.slotMinutes());
    }

    private void keep(BacktestReport report, String subject) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", clock.instant());
        values.put("subject", subject);
        values.put("months", report.channelMonths());
        values.put("seed", report.seed());
        report.detectors().forEach(score -> {
            values.put("detector", score.detector());
            values.put("falseAlarms", score.falseAlarms());
            values.put("perMonth", known(score.falseAlarmsPerMonth()));
            values.put("found", score.found());
            values.put("precision", known(score.precision()));
            values.put("recall", null);
            sql.update(NamedSql.file("detector-score-keep"), values);
        });
        values.put("detector", ALL);
        values.put("falseAlarms", report.detectors().stream().mapToLong(each -> each.falseAlarms()).sum());
        values.put("perMonth", known(report.falseAlarmsPerMonth()));
        values.put("found", (long) report.total().found());
        values.put("precision", known(report.total().precision()));
        values.put("recall", known(report.total().recall()));
        sql.update(NamedSql.file("detector-score-keep"), values);
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
