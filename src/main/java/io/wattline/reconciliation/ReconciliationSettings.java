package io.wattline.reconciliation;

import java.time.Duration;

/**
 * How the source is looked at again; keys of {@code config/application.properties} in brackets.
 *
 * @param nightlyDays how many days back every night [reconciliation.nightly.days]
 * @param weeklyDays  how many days back every week [reconciliation.weekly.days]
 * @param window      longest window of one request: short, so that the source answers from its readings and not from its roll-up [reconciliation.window]
 * @param keep        how long single slots that differed are kept after the end [reconciliation.keep]
 */
public record ReconciliationSettings(int nightlyDays, int weeklyDays, Duration window, Duration keep) {
}
