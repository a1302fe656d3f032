package io.wattline.alert;

import java.time.Duration;
import java.util.Set;

/**
 * One rule of {@code config/alerts.yaml}.
 *
 * @param lasting  how long the condition must hold without a break before the alert fires ({@code for})
 * @param clear    condition that clears the alert; null: that {@code condition} does not hold
 * @param clearFor how long the alert must be cleared without a break before it ends
 * @param action   what to do, for people
 * @param runbook  page that explains more
 * @param repeats  whether people are reminded of an alert that goes on
 * @param inhibits names of the rules whose alerts follow from this one: they are not notified while this one is open
 */
public record AlertRule(String name, String description, Condition condition, Duration lasting, Condition clear,
        Duration clearFor, AlertSeverity severity,
                        String action, String runbook, RuleScope scope, Set<String> inhibits,
                        boolean repeats) {

    /** What a measurement means for this rule. */
    RuleResult judge(Measurement measured) {
        return new RuleResult(measured.subject(), verdict(measured), text(measured));
    }

    private RuleResult.Verdict verdict(Measurement measured) {
        if (Double.isNaN(measured.value())) {
            return RuleResult.Verdict.UNKNOWN;
        }
        if (condition.holds(measured)) {
            return RuleResult.Verdict.HOLDS;
        }
        return clear == null || clear.holds(measured) ? RuleResult.Verdict.CLEARED : RuleResult.Verdict.BETWEEN;
    }

    private String text(Measurement measured) {
        Measure measure = condition.request().measure();
        StringBuilder text = new StringBuilder(measure.words());
        if (condition.request().kind() != null) {
            text.append(' ').append(condition.request().kind());
        }
        if (condition.sign() != null) {
            text.append(": ").append(AlertTexts.figure(measure.unit(), measured.value()));
            if (!Double.isNaN(measured.expected())) {
                text.append(" of ").append(AlertTexts.figure(measure.unit(), measured.expected())).append(" expected");
            }
            text.append("; condition: ").append(condition.text());
            double limit = condition.threshold().limit(measured);
            if (condition.threshold().kind() == Threshold.Kind.INTERVALS && !Double.isNaN(limit)) {
                text.append(" (").append(AlertTexts.figure(measure.unit(), limit)).append(')');
            }
        }
        return text + (measured.detail() == null ? "" : "; " + AlertTexts.oneLine(measured.detail()));
    }
}
