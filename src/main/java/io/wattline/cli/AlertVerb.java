package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertModule;
import io.wattline.app.WattlineSettings;
import io.wattline.audit.AuditLog;
import io.wattline.settings.Settings;
import java.time.Clock;

/** A verb that changes alerts through {@code AlertActions}, with or without a running service. */
abstract class AlertVerb extends ReportingVerb {

    AlertVerb(CliContext context) {
        super(context);
    }

    /** Runs the verb; returns the exit code. */
    abstract int at(AlertActions desk, CliAudit audit) throws Exception;

    @Override
    public Integer call() throws Exception {
        Settings settings = settings(WattlineSettings.DATABASE);
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            return at(
                    new AlertActions(database, () -> AlertModule.ruleNames(settings), Clock.systemUTC()),
                    new CliAudit(
                            new AuditLog(database, Clock.systemUTC()), context().who()));
        }
    }
}
