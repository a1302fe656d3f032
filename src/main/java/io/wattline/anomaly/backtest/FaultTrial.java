package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.watch.AnomalyEvent;
import java.util.List;

/**
 * One planted fault and what was made of it.
 *
 * @param hits       events that point at the fault
 * @param collateral events that the fault caused elsewhere: false ones
 * @param echoes     events in the week after the fault, which see that it has gone
 * @param delayDays  from the start of the fault to its first event, the newest day held back; not-a-number where it was
 *                   not found
 */
record FaultTrial(String channel, PlantedKind kind, double size, List<AnomalyKind> hits, List<AnomalyEvent> collateral,
        int echoes,
             double delayDays) {

    private static final int ECHO_DAYS = 8;

    boolean isFound() {
        return !hits.isEmpty();
    }

    static FaultTrial of(String channel, PlantedFault planted, List<AnomalyEvent> untouched,
            List<AnomalyEvent> touched) {
        int slots = planted.grid().slotsPerDay();
        int from = planted.fromCell() / slots;
        int to = (planted.toCell() - 1) / slots;
        List<AnomalyEvent> fresh = touched.stream().filter(AnomalyEvent::isOwn)
                .filter(event -> isNew(event, untouched)).toList();
        List<AnomalyEvent> hits = fresh.stream()
                .filter(event -> event.firstSeenDay() >= from && event.firstSeenDay() <= to + 1
                && event.toCell() > planted.fromCell() && event.fromCell() < planted.toCell()).toList();
        List<AnomalyEvent> elsewhere = fresh.stream().filter(event -> !hits.contains(event))
                .filter(event -> untouched.stream().noneMatch(old -> isNear(event, old))).toList();
        List<AnomalyEvent> collateral = elsewhere.stream().filter(event -> !isEcho(event, from, to)).toList();
        double delay = hits.stream().mapToDouble(AnomalyEvent::firstSeenDay).min().orElse(Double.NaN) + 2
                - planted.fromCell() / (double) slots;
        return new FaultTrial(channel, planted.kind(), planted.size(),
                hits.stream().map(AnomalyEvent::kind).distinct().toList(),
                collateral, elsewhere.size() - collateral.size(), delay);
    }

    /**
     * A real anomaly of the series that is found a few days earlier or later, or as another kind, is not one that the
     * fault caused.
     */
    private static boolean isNear(AnomalyEvent event, AnomalyEvent old) {
        return event.firstSeenDay() >= old.firstSeenDay() - ECHO_DAYS && event.firstSeenDay() <= old.lastSeenDay()
                + ECHO_DAYS;
    }

    private static boolean isEcho(AnomalyEvent event, int from, int to) {
        return event.firstSeenDay() >= from && event.firstSeenDay() <= to + ECHO_DAYS;
    }

    private static boolean isNew(AnomalyEvent event, List<AnomalyEvent> untouched) {
        return untouched.stream()
                .noneMatch(old -> old.kind() == event.kind()
                && Math.abs(old.firstSeenDay() - event.firstSeenDay()) <= 1);
    }
}
