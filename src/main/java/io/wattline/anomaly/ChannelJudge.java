package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Detector;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.Adjustments;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.anomaly.watch.ChannelWatch;
import io.wattline.anomaly.watch.WatchState;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Judges the days of a channel that are new or have changed, from the last checkpoint before them. What it finds is
 * stored with the next checkpoint in one statement, so that nothing is lost or doubled where a run breaks off.
 */
final class ChannelJudge {

    /** The newest day that is over is held back: readings arrive late. */
    private static final int HELD_BACK_DAYS = 2;
    private static final int REMEMBERED_DAYS = 60;

    /** How many anomalies a run opened, changed and did not find any more. */
    record Counts(long opened, long changed, long gone) {

        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(opened + other.opened, changed + other.changed, gone + other.gone);
        }
    }

    private final AnomalyBook book;
    private final ChannelHistory history;
    private final Sql sql;

    ChannelJudge(AnomalyBook book, DataSource database) {
        this.book = book;
        this.history = new ChannelHistory(database);
        this.sql = new Sql(database);
    }

    ChannelHistory history() {
        return history;
    }

    /** The days of a channel that are judged: those after {@code resumed}, to {@code through}, both inclusive. */
    private record Stretch(JudgedChannel channel, Map<AnomalyKind, DetectorTuning> tunings, List<Detector> detectors,
            String settings, List<ChannelHistory.Change> changes, WatchState state, LocalDate through) {

        LocalDate resumed() {
            return state == null ? channel.firstDay().minusDays(1) : state.through();
        }

        boolean isEmpty() {
            return changes.isEmpty() && state != null && !state.through().isBefore(through);
        }

        LocalDate historyFrom() {
            LocalDate from = resumed().minusDays(ChannelWatch.HISTORY_DAYS);
            return from.isBefore(channel.firstDay()) ? channel.firstDay() : from;
        }
    }

    Counts judge(JudgedChannel channel, long runId, Instant now) {
        LocalDate through = channel.day(now).minusDays(HELD_BACK_DAYS);
        if (channel.firstReading() == null || through.isBefore(channel.firstDay())) {
            return Counts.NONE;
        }
        Stretch stretch = stretch(channel, through);
        if (stretch.isEmpty()) {
            return Counts.NONE;
        }
        DayGrid grid = history.readings(channel, stretch.historyFrom(), through);
        Adjustments adjustments = history.adjustments(channel.id());
        ChannelWatch watch = new ChannelWatch(grid, book.holidays(channel), stretch.detectors(), adjustments);
        if (stretch.state() != null) {
            watch.resume(stretch.state());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("checkpoints", ChannelHistory.json(Checkpoints.walk(watch, stretch.resumed(), through)));
        values.putAll(found(stretch, grid, watch, adjustments));
        values.put("run", runId);
        values.put("now", now);
        return sql.one(NamedSql.file("anomaly-keep"), values, row ->
                new Counts(row.getLong("opened"), row.getLong("changed"), row.getLong("gone")));
    }

    private Stretch stretch(JudgedChannel channel, LocalDate through) {
        Map<AnomalyKind, DetectorTuning> tunings = book.tunings(channel.channel());
        List<Detector> detectors = Detectors.of(tunings);
        String settings = Checkpoints.settings(channel, book);
        List<ChannelHistory.Change> changes = history.changes(channel.id());
        LocalDate changed = changes.stream().map(change -> channel.day(change.from())).min(LocalDate::compareTo)
                .filter(day -> !day.isAfter(through)).orElse(through.plusDays(1));
        WatchState state = history.checkpoint(channel.id(), changed, settings).orElse(null);
        return new Stretch(channel, tunings, detectors, settings, changes, state, through);
    }

    /** What is stored of the events, as {@code db/sql/anomaly-keep.sql} takes it. */
    private Map<String, Object> found(Stretch stretch, DayGrid grid, ChannelWatch watch, Adjustments adjustments) {
        List<AnomalyEvent> events = watch.events();
        LocalDate since = stretch.state() == null ? LocalDate.EPOCH
                : stretch.resumed().minusDays(REMEMBERED_DAYS + 1L);
        StoredEvents stored = StoredEvents.read(sql, stretch.channel().id(), since, grid, stretch.through())
                .match(events);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("events", ChannelHistory.json(stored.rows(events, stretch.detectors())));
        values.put("gone", array(stored.gone(stretch.resumed())));
        values.put("raised", ChannelHistory.json(watch.judgedDays() < AlarmBudget.DAYS ? List.of() : AlarmBudget.raised(
                stretch.tunings(), adjustments, stored.unconfirmed(events), grid.date(0), stretch.through())));
        values.put("queue", array(stretch.changes().stream().map(ChannelHistory.Change::id).toList()));
        values.put("channel", stretch.channel().id());
        values.put("settings", stretch.settings());
        values.put("resumed", stretch.resumed());
        values.put("through", stretch.through());
        return values;
    }

    private static Long[] array(List<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }
}
