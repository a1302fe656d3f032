package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.watch.Adjustments;
import io.wattline.anomaly.watch.AnomalyEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds each detector to its budget of false alarms on a channel. Events of the last 60 days count, except those that a
 * person has confirmed. A detector over its budget gets one and a half times its cut-off, and is muted where that has
 * been tried.
 */
final class AlarmBudget {

    static final int DAYS = 60;
    private static final double MONTHS = DAYS / (365.25 / 12);
    private static final double RAISED = 1.5;

    private AlarmBudget() {
    }

    /** @param events of the channel that nobody has confirmed; {@code first} is the first day of their grid */
    static List<Map<String, Object>> raised(Map<AnomalyKind, DetectorTuning> tunings, Adjustments adjustments,
            List<AnomalyEvent> events, LocalDate first, LocalDate through) {
        List<Map<String, Object>> raised = new ArrayList<>();
        tunings.forEach((kind, tuning) -> {
            List<Adjustments.Adjustment> earlier = adjustments.all().stream()
                    .filter(each -> each.byBudget() && each.detector() == kind).toList();
            LocalDate since = earlier.stream().map(Adjustments.Adjustment::from).max(LocalDate::compareTo)
                    .filter(day -> day.isAfter(through.minusDays(DAYS))).orElse(through.minusDays(DAYS));
            long alarms = events.stream().filter(event -> event.isOwn() && event.kind() == kind
                    && first.plusDays(event.firstSeenDay()).isAfter(since)).count();
            if (alarms > Math.ceil(tuning.alarmsPerMonth() * MONTHS)
                    && !Double.isInfinite(adjustments.factor(kind, through.plusDays(1)))) {
                raised.add(raise(kind, tuning, alarms, !earlier.isEmpty()));
            }
        });
        return raised;
    }

    private static Map<String, Object> raise(AnomalyKind kind, DetectorTuning tuning, long alarms, boolean again) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("detector", kind.text());
        row.put("factor", again ? "Infinity" : String.valueOf(RAISED));
        row.put("reason", alarms + " alarms within " + DAYS + " days; allowed: " + tuning.alarmsPerMonth()
                + " a month (false-alarms-per-month in config/anomalies.yaml). The detector is "
                + (again ? "muted on this channel." : "less sensitive on this channel: its cut-off is " + RAISED
                + " times as high."));
        return row;
    }
}
