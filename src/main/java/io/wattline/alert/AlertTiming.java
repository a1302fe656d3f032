package io.wattline.alert;

import java.time.Duration;

/**
 * How often people are notified of the same alert.
 *
 * @param repeatCritical  pause before a critical alert that goes on and is not acknowledged is notified again
 * @param repeat          the same for all other alerts
 * @param acknowledgedFor how long an acknowledgement lasts
 * @param regroup         shortest pause between two messages about new members of an alert
 * @param aftermath       how long an alert that has ended still explains the alerts that follow from it
 */
public record AlertTiming(Duration repeatCritical, Duration repeat, Duration acknowledgedFor, Duration regroup,
        Duration aftermath) {

    Duration repeat(AlertSeverity severity) {
        return severity == AlertSeverity.CRITICAL ? repeatCritical : repeat;
    }
}
