package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Detector;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the row of each event in table {@code anomalies}, so that an event stays one row however often it is seen. */
final class StoredEvents {

    /** A late day can move the first day of an event by so many days. */
    private static final int APART_DAYS = 7;
    /** After so many days without a sighting it is over. */
    private static final int OVER_DAYS = 3;

    private record Row(long id, String detector, LocalDate firstSeen, String verdict, String state) {
    }

    private final DayGrid grid;
    private final LocalDate through;
    private final List<Row> unmatched;
    private final Map<AnomalyEvent, Row> matched = new LinkedHashMap<>();

    private StoredEvents(DayGrid grid, LocalDate through, List<Row> rows) {
        this.grid = grid;
        this.through = through;
        this.unmatched = new ArrayList<>(rows);
    }

    /** @param since rows that were seen since this day are looked at */
    static StoredEvents read(Sql sql, int channelId, LocalDate since, DayGrid grid, LocalDate through) {
        return new StoredEvents(grid, through, sql.all(NamedSql.file("anomaly-rows"),
                Map.of("channel", channelId, "since", since), row -> new Row(row.getLong("anomaly_id"),
                row.getString("detector"), row.getObject("first_seen_day", LocalDate.class), row.getString("verdict"),
                row.getString("state"))));
    }

    StoredEvents match(List<AnomalyEvent> events) {
        for (int apart = 0; apart <= APART_DAYS; apart += APART_DAYS) {
            for (AnomalyEvent event : events) {
                if (!matched.containsKey(event)) {
                    near(event, apart).ifPresent(row -> {
                        unmatched.remove(row);
                        matched.put(event, row);
                    });
                }
            }
        }
        return this;
    }

    private Optional<Row> near(AnomalyEvent event, int apart) {
        return unmatched.stream().filter(row -> row.detector().equals(event.kind().text())
                && Math.abs(ChronoUnit.DAYS.between(row.firstSeen(), grid.date(event.firstSeenDay()))) <= apart)
                .findFirst();
    }

    /** Rows that were found on a judged day and are not found any more; one with a verdict stays. */
    List<Long> gone(LocalDate judgedAfter) {
        return unmatched.stream().filter(row -> row.verdict() == null && !row.state().equals("gone")
                && (judgedAfter == null || row.firstSeen().isAfter(judgedAfter))).map(Row::id).toList();
    }

    /** The events that nobody has confirmed as faults. */
    List<AnomalyEvent> unconfirmed(List<AnomalyEvent> events) {
        return events.stream().filter(event -> !matched.containsKey(event)
                || !"fault".equals(matched.get(event).verdict())).toList();
    }

    /** The rows as {@code db/sql/anomaly-keep.sql} takes them. */
    List<Map<String, Object>> rows(List<AnomalyEvent> events, List<Detector> detectors) {
        return events.stream().map(event -> row(event, detectors)).toList();
    }

    private Map<String, Object> row(AnomalyEvent event, List<Detector> detectors) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("anomaly_id", matched.containsKey(event) ? matched.get(event).id() : null);
        row.put("detector", event.kind().text());
        row.put("version", version(event.kind(), detectors));
        row.put("starts_at", start(Math.max(0, event.fromCell())));
        row.put("ends_at", start(event.toCell()));
        row.put("first_seen_day", grid.date(event.firstSeenDay()).toString());
        row.put("last_seen_day", grid.date(event.lastSeenDay()).toString());
        row.put("score", known(event.score()));
        row.put("marks", event.isBeyondDoubt());
        row.put("expected_kwh", known(event.observedKwh() - event.differenceKwh()));
        row.put("observed_kwh", known(event.observedKwh()));
        row.put("difference_kwh", known(event.differenceKwh()));
        row.put("cause", event.cause().name().toLowerCase(Locale.ROOT));
        row.put("sentence", event.sentence());
        row.put("explained_by", event.isOwn() ? null : event.explainedBy().text());
        row.put("state", !event.isOwn() ? "explained"
                : grid.date(event.lastSeenDay()).plusDays(OVER_DAYS).isBefore(through) ? "over" : "open");
        return row;
    }

    private static int version(AnomalyKind kind, List<Detector> detectors) {
        return detectors.stream().filter(detector -> detector.kind() == kind).mapToInt(Detector::version).findFirst()
                .orElse(1);
    }

    private String start(int cell) {
        return grid.start(cell / grid.slotsPerDay(), cell % grid.slotsPerDay()).toString();
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
