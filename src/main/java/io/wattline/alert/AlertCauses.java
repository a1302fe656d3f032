package io.wattline.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which alerts follow from which: people hear of the cause, and in its text of what follows. */
final class AlertCauses {

    private final AlertRules rules;
    private final List<Alert> alerts;
    private final List<Alert> causes;

    /**
     * @param now   of the evaluation
     * @param after alerts as they are now
     * @param known alerts as they were, with those that have ended lately: what they did is not mended at once
     */
    AlertCauses(AlertRules rules, AlertTiming tempo, Instant now, List<Alert> after, List<Alert> known) {
        this.rules = rules;
        this.alerts = after;
        Instant lately = now.minus(tempo.aftermath());
        this.causes = Stream.concat(after.stream(), known.stream().filter(alert -> !alert.isOpen()))
                .filter(alert -> alert.isOpen() || alert.firedAt() != null && alert.resolvedAt().isAfter(lately)).toList();
    }

    /** What explains an alert that is open, for people. A cause that is still pending explains it too: it will be told first, or not at all. */
    Optional<String> of(Alert alert) {
        return alert.isOpen() ? causes.stream().filter(cause -> explains(cause, alert)).findFirst().map(cause -> "follows from " + cause.key()) : Optional.empty();
    }

    private boolean explains(Alert cause, Alert alert) {
        boolean sameSite = cause.siteId() == null || cause.siteId().equals(alert.siteId());
        return sameSite && rules.rule(cause.rule()).filter(rule -> rule.inhibits().contains(alert.rule())).isPresent();
    }

    /** What is not told because of an alert, for people. */
    List<String> follow(AlertRule rule, Alert cause) {
        if (!cause.isOpen() || rule.inhibits().isEmpty()) {
            return List.of();
        }
        Map<String, Integer> silenced = new TreeMap<>();
        alerts.stream().filter(alert -> alert.isOpen() && explains(cause, alert)).forEach(alert -> silenced.merge(alert.rule(), alert.firing().size(), Integer::sum));
        List<String> names = new ArrayList<>(rule.inhibits());
        return List.of("While it lasts, what follows from it is not told apart: " + String.join(", ", names.stream().map(name ->
                name + (silenced.getOrDefault(name, 0) == 0 ? "" : " (" + silenced.get(name) + " now)")).toList()) + ".");
    }
}
