package io.wattline.cli;

import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertRow;
import io.wattline.alert.Silence;
import io.wattline.settings.Times;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists alerts and silences. */
@Command(name = "list", description = "Lists open alerts and silences.")
final class AlertsList extends AlertVerb {

    @Option(names = "--all", description = "Also the latest 200 resolved alerts.")
    private boolean all;

    AlertsList(CliContext context) {
        super(context);
    }

    @Override
    int at(AlertActions desk, CliAudit audit) throws SQLException {
        List<AlertRow> alerts = desk.list(all);
        List<Silence> silences = desk.silences();
        report(new Listed(alerts, silences), () -> {
            print(terminal(), alerts);
            silences.forEach(silence -> terminal()
                    .line("silence " + silence.id() + " until " + Times.text(silence.endsAt()) + ": " + silence.reason()
                            + " (" + silence.createdBy() + ")"));
        });
        return DONE;
    }

    static void print(Terminal terminal, List<AlertRow> alerts) {
        if (alerts.isEmpty()) {
            terminal.line("No alert is open.");
            return;
        }
        Table table = new Table("id", "severity", "state", "since", "quiet because", "what");
        alerts.forEach(alert -> table.row(
                alert.id(),
                alert.severity(),
                alert.state() + (alert.acknowledgedBy() == null ? "" : " by " + alert.acknowledgedBy()),
                alert.startedAt(),
                alert.quietReason(),
                alert.summary()));
        table.print(terminal);
    }

    /** Both. */
    record Listed(List<AlertRow> alerts, List<Silence> silences) {
    }
}
