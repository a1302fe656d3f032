package io.wattline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often people are notified of the same alert.
 *
 * @param repeatCritical  pauses before the first, second, ... reminder of a critical alert that goes on and is not
 *                        acknowledged; the last pause stays, and where there are several, its reminder is the digest
 * @param repeat          the same for all other alerts; none means no reminder
 * @param acknowledgedFor how long an acknowledgement lasts
 * @param regroup         shortest pause between two messages about new members of an alert
 * @param aftermath       how long an alert that has ended still explains the alerts that follow from it
 */
public record AlertTiming(List<Duration> repeatCritical, List<Duration> repeat, Duration acknowledgedFor,
        Duration regroup, Duration aftermath) {

    /** For a rule: without reminders where the rule wants none. */
    AlertTiming of(AlertRule rule) {
        return rule.repeats() ? this
                : new AlertTiming(List.of(), List.of(), acknowledgedFor, regroup, aftermath);
    }

    private List<Duration> pauses(AlertSeverity severity) {
        return severity == AlertSeverity.CRITICAL ? repeatCritical : repeat;
    }

    boolean hasReminders(AlertSeverity severity) {
        return !pauses(severity).isEmpty();
    }

    /** Whether the next reminder of an alert is due. */
    boolean isReminderDue(Alert alert, Instant now) {
        List<Duration> pauses = pauses(alert.severity());
        return !pauses.isEmpty() && !now.isBefore(alert.notifiedAt()
                .plus(pauses.get(Math.min(alert.notices().reminders(), pauses.size() - 1))));
    }

    /** Whether the next reminder of an alert is a line in the digest. */
    boolean isInDigest(Alert alert) {
        int pauses = pauses(alert.severity()).size();
        return pauses > 1 && alert.notices().reminders() >= pauses - 1;
    }
}
