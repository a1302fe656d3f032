package io.wattline.cli;

import io.wattline.alert.AlertRow;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;

/** Evaluates all rules now. */
@Command(name = "check-alerts", description = {"Evaluates all rules of config/alerts.yaml now, delivers notifications "
        + "and shows open alerts. Exit code 1 if an alert fires.",
    "Rules about a running service itself (its timers, its circuit breaker) are evaluated only by that service."})
final class CheckAlertsCommand extends ReportingVerb {

    CheckAlertsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Service service =
                context().launcher().start(settings(WattlineSettings.ONCE_OFFLINE), Clock.systemUTC(), RunMode.ONCE)) {
            List<AlertRow> open = service.checkAlerts();
            report(open, () -> AlertsList.print(terminal(), open));
            return open.stream().anyMatch(AlertRow::isFiring) ? FAILED : DONE;
        }
    }
}
