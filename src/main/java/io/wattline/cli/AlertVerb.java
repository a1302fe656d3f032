package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertActions;
import io.wattline.app.WattlineSettings;
import io.wattline.audit.AuditLog;
import java.time.Clock;

/** A verb that works at the desk for alerts, with or without a service that runs. */
abstract class AlertVerb extends ReportingVerb {

    AlertVerb(CliContext context) {
        super(context);
    }

    /** Does it, and gives the exit code. */
    abstract int at(AlertActions desk, CliAudit audit) throws Exception;

    @Override
    public Integer call() throws Exception {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            return at(
                    new AlertActions(database, Clock.systemUTC()),
                    new CliAudit(
                            new AuditLog(database, Clock.systemUTC()), context().who()));
        }
    }
}
