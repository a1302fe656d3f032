package io.wattline.anomaly;

import io.wattline.anomaly.backtest.Backtest;
import io.wattline.anomaly.backtest.BacktestReport;
import io.wattline.anomaly.backtest.BacktestSeries;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.channel.RequestedChannels;
import io.wattline.anomaly.watch.Adjustments;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        Backtest backtest = new Backtest(book.tunings(), seed, 1, false);
        BacktestReport report = backtest.run(series, done -> progress.accept(done, series.size()));
        Instant now = clock.instant();
        report.ofChannels().forEach(each -> {
            keep(now, report.seed(), each.channel(), each.months(), each.score(), null);
            raise(now, each);
        });
        if (channelIds.isEmpty()) {
            report.detectors().forEach(score -> keep(now, report.seed(), ALL, report.channelMonths(), score, null));
        }
        keep(now, report.seed(), channelIds.size() == 1 ? channelIds.get(0).toString() : ALL, report.channelMonths(),
                all(report), known(report.total().recall()));
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
        return new BacktestSeries(String.valueOf(channel.id()), grid, book.tunings(channel.channel()), faults,
                book.holidays(channel), always(history.adjustments(channel.id())));
    }

    private static int cell(JudgedChannel channel, DayGrid grid, LocalDate first, Instant instant) {
        long minutes = ChronoUnit.MINUTES.between(channel.start(first), instant);
        return (int) (minutes / grid.slotMinutes());
    }

    /** What has been raised is so in all of the history; accepted levels are not, they have their day. */
    private static Adjustments always(Adjustments adjustments) {
        return new Adjustments(adjustments.all().stream().map(each -> new Adjustments.Adjustment(each.detector(),
                LocalDate.MIN, each.factor(), null, each.byBudget())).toList());
    }

    private static BacktestReport.DetectorScore all(BacktestReport report) {
        return new BacktestReport.DetectorScore(ALL, report.detectors().stream()
                .mapToLong(BacktestReport.DetectorScore::falseAlarms).sum(),
                report.falseAlarmsPerMonth() + report.noticesPerMonth(), report.total().found(),
                report.total().precision());
    }

    private void keep(Instant now, long seed, String subject, double months, BacktestReport.DetectorScore score,
            Double recall) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", now);
        values.put("subject", subject);
        values.put("months", months);
        values.put("seed", seed);
        values.put("detector", score.detector());
        values.put("falseAlarms", score.falseAlarms());
        values.put("perMonth", known(score.falseAlarmsPerMonth()));
        values.put("found", score.found());
        values.put("precision", known(score.precision()));
        values.put("recall", recall);
        sql.update(NamedSql.file("detector-score-keep"), values);
    }

    /** A detector that exceeds its budget on a channel gets a higher cut-off there, or is muted. */
    private void raise(Instant now, BacktestReport.ChannelDetector each) {
        if (each.raised() > 1) {
            String reason = String.format(Locale.ROOT, "A backtest over %.1f months had %.2f alarms a month, more than "
                    + "false-alarms-per-month in config/anomalies.yaml. %s", each.months(),
                    each.score().falseAlarmsPerMonth(), Double.isInfinite(each.raised())
                    ? "No higher cut-off keeps the budget: the detector is muted on this channel."
                    : "A cut-off " + each.raised() + " times as high keeps the budget.");
            sql.update(NamedSql.file("detector-raise"), Map.of("channel", Integer.parseInt(each.channel()), "detector",
                    each.score().detector(), "factor", each.raised(), "reason", reason, "now", now));
        }
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
