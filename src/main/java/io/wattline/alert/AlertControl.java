package io.wattline.alert;

import io.wattline.settings.Durations;
import java.sql.SQLException;
import java.time.Duration;

/** What operators can do about alerts over JMX. */
public final class AlertControl implements AlertOperations {

    private final AlertActions actions;
    private final Runnable check;

    /** @param check evaluates all rules and delivers messages */
    public AlertControl(AlertActions actions, Runnable check) {
        this.actions = actions;
        this.check = check;
    }

    @Override
    public String checkAlerts() {
        check.run();
        try {
            return "Alert rules are evaluated; open alerts: " + actions.list(false).size();
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    @Override
    public String acknowledgeAlert(long alert, String who) {
        try {
            if (!actions.acknowledge(alert, who)) {
                throw new IllegalArgumentException("Alert " + alert
                        + " does not fire; allowed: an alert that does (wattline alerts list). Nothing was changed.");
            }
            return "Alert " + alert + " is acknowledged";
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    @Override
    public String silenceAlerts(String rule, String siteId, String length, String reason, String who) {
        Duration silent = Durations.parse(length).filter(found -> !found.isZero() && !reason.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("found length '" + length + "'; allowed: "
                + Durations.ALLOWED + ", above 0, and a reason. Nothing was changed."));
        try {
            return "Silence " + actions.silence(rule.isBlank() ? null : rule.strip(), siteId.isBlank() ? null
                    : siteId.strip(), null, silent, reason.strip(), who) + " for " + length;
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    private static IllegalStateException unanswered(SQLException e) {
        return new IllegalStateException("The database does not answer for the alerts: " + e.getMessage(), e);
    }
}
