package io.wattline.alert;

import java.time.Duration;

/**
 * How often people hear of the same thing.
 *
 * @param repeatCritical  a critical alert that goes on, and that nobody is at, is told again after this
 * @param repeat          the same for all others
 * @param acknowledgedFor how long somebody's word holds that they are at it
 * @param regroup         what joins an alert that was told already is told together, at most once in this time
 * @param aftermath       how long after a cause has ended its consequences are still explained by it
 */
public record AlertTiming(Duration repeatCritical, Duration repeat, Duration acknowledgedFor, Duration regroup, Duration aftermath) {

    Duration repeat(AlertSeverity severity) {
        return severity == AlertSeverity.CRITICAL ? repeatCritical : repeat;
    }
}
