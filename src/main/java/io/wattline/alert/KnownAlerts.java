package io.wattline.alert;

import io.wattline.settings.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known before an evaluation.
 *
 * @param alerts   alerts that are open, and those that ended recently
 * @param silences silences that have not ended
 */
public record KnownAlerts(List<Alert> alerts, List<Silence> silences) {

    static KnownAlerts nothing() {
        return new KnownAlerts(List.of(), List.of());
    }

    /** An alert that begins; people's notices of an alert of the same key that ended within a day count for it. */
    Alert continued(Alert begun, Instant now) {
        return alerts.stream().filter(alert -> !alert.isOpen() && alert.key().equals(begun.key()))
                .filter(ended -> ended.resolvedAt().plus(AlertNotices.DAY).isAfter(now))
                .reduce((first, second) -> second)
                .map(begun::after).orElse(begun);
    }

    /** The silence that covers a whole alert, for people. */
    Optional<String> silence(Alert alert, Instant now) {
        AlertSubject site = new AlertSubject(alert.siteId(), alert.siteName(), null, null, null);
        return silences.stream().filter(silence -> silence.covers(alert.rule(), site, now)).findFirst()
                .map(silence -> "silence " + silence.id() + " until " + Times.text(silence.endsAt()));
    }

    boolean isSilenced(String rule, AlertSubject subject, Instant now) {
        return silences.stream().anyMatch(silence -> silence.covers(rule, subject, now));
    }
}
