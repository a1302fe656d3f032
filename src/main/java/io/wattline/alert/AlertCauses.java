package io.wattline.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which alerts follow from which. People are notified of the cause, and its text names what follows from it. */
final class AlertCauses {

    private final AlertRules rules;
    private final List<Alert> alerts;
    private final List<Alert> causes;

    /**
     * @param now   of the evaluation
     * @param after alerts as they are now
     * @param known alerts as they were, and those that ended recently: their consequences need a while to clear
     */
    AlertCauses(AlertRules rules, AlertTiming timing, Instant now, List<Alert> after, List<Alert> known) {
        this.rules = rules;
        this.alerts = after;
        Instant recent = now.minus(timing.aftermath());
        this.causes = Stream.concat(after.stream(), known.stream().filter(alert -> !alert.isOpen()))
                .filter(alert -> alert.isOpen() || alert.firedAt() != null && alert.resolvedAt().isAfter(recent))
                .toList();
    }

    /**
     * What explains an open alert, for people. A pending cause explains it too: either people are notified of the
     * cause, or it clears.
     */
    Optional<String> of(Alert alert) {
        return alert.isOpen() ? causes.stream().filter(cause -> explains(cause, alert)).findFirst()
                .map(cause -> "follows from " + cause.key())
                : Optional.empty();
    }

    private boolean explains(Alert cause, Alert alert) {
        boolean sameSite = cause.siteId() == null || cause.siteId().equals(alert.siteId());
        return sameSite && rules.rule(cause.rule()).filter(rule -> rule.inhibits().contains(alert.rule())).isPresent();
    }

    /** Which rules are not notified because of an alert, for people. */
    List<String> consequences(AlertRule rule, Alert cause) {
        if (!cause.isOpen() || rule.inhibits().isEmpty()) {
            return List.of();
        }
        Map<String, Integer> quiet = new TreeMap<>();
        alerts.stream().filter(alert -> alert.isOpen() && explains(cause, alert))
                .forEach(alert -> quiet.merge(alert.rule(), alert.firing().size(), Integer::sum));
        List<String> names = rule.inhibits().stream()
                .map(name -> quiet.getOrDefault(name, 0) == 0 ? name : name + " (" + quiet.get(name) + " now)")
                .toList();
        return List.of("While this alert is open, no notifications are sent for: " + String.join(", ", names) + ".");
    }
}
