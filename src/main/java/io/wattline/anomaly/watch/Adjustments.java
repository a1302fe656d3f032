package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.AnomalyKind;
import java.time.LocalDate;
import java.util.List;

/** By how much verdicts of people and budgets of false alarms have raised cut-offs on a channel. */
public record Adjustments(List<Adjustment> all) {

    public static final Adjustments NONE = new Adjustments(List.of());

    /**
     * @param detector      null where it does not exist any more
     * @param from          first day that is judged by it
     * @param factor        of the cut-off; infinite where the detector is muted
     * @param acceptedLevel first day of a level that somebody has accepted; null where it is about none
     * @param byBudget      whether the budget of false alarms made it and not a person
     */
    public record Adjustment(AnomalyKind detector, LocalDate from, double factor, LocalDate acceptedLevel,
            boolean byBudget) {
    }

    /** The factor of a detector's cut-off on a day; infinite where it is muted. */
    public double factor(AnomalyKind detector, LocalDate day) {
        return all.stream().filter(each -> each.detector() == detector && !each.from().isAfter(day))
                .mapToDouble(Adjustment::factor).reduce(1, (a, b) -> a * b);
    }

    /** First days of the levels that are accepted from this day on. */
    List<LocalDate> acceptedLevels(LocalDate day) {
        return all.stream().filter(each -> each.acceptedLevel() != null && each.from().equals(day))
                .map(Adjustment::acceptedLevel).toList();
    }
}
