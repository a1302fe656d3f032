package io.wattline.alert;

import io.wattline.settings.Durations;
import java.sql.SQLException;
import java.time.Duration;

/** Alerts in the hands of operators. */
public final class AlertControl implements AlertOperations {

    private final AlertActions desk;
    private final Runnable check;

    /** @param check evaluates all rules and delivers */
    public AlertControl(AlertActions desk, Runnable check) {
        this.desk = desk;
        this.check = check;
    }

    @Override
    public String checkAlerts() {
        check.run();
        try {
            return "Alert rules are evaluated; open: " + desk.list(false).size();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public String acknowledgeAlert(long alert, String who) {
        try {
            if (!desk.acknowledge(alert, who)) {
                throw new IllegalArgumentException("Alert " + alert + " does not fire; allowed: one that does (wattline alerts list). Nothing was done.");
            }
            return "Alert " + alert + " is acknowledged";
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public String silenceAlerts(String rule, String siteId, String length, String reason, String who) {
        Duration silent = Durations.parse(length).filter(found -> !found.isZero() && !reason.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("found length '" + length + "'; allowed: " + Durations.ALLOWED + ", above 0, and a reason. Nothing was done."));
        try {
            return "Silence " + desk.silence(rule.isBlank() ? null : rule.strip(), siteId.isBlank() ? null : siteId.strip(), null, silent, reason.strip(), who) + " for " + length;
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static IllegalStateException away(SQLException e) {
        return new IllegalStateException("The database does not answer for the alerts: " + e.getMessage(), e);
    }
}
