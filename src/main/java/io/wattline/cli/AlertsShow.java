package io.wattline.cli;

import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertRow;
import io.wattline.alert.AlertStory;
import io.wattline.logging.OneLine;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one alert with everything that is stored about it. */
@Command(name = "show", description = "Shows an alert with its history and the deliveries of its messages.")
final class AlertsShow extends AlertVerb {

    @Parameters(paramLabel = "ID", description = "Id of the alert; see list.")
    private long id;

    AlertsShow(CliContext context) {
        super(context);
    }

    @Override
    int at(AlertActions desk, CliAudit audit) throws SQLException {
        AlertRow alert = desk.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No alert has the id " + id + "; list the existing ones with: wattline alerts list --all"));
        AlertStory story = desk.story(id);
        report(new Shown(alert, story), () -> print(alert, story));
        return DONE;
    }

    private void print(AlertRow alert, AlertStory story) {
        Terminal terminal = terminal();
        terminal.line("alert " + alert.id() + "  " + alert.severity() + ", " + alert.state() + "  "
                + OneLine.escaped(alert.key()));
        terminal.line(OneLine.escaped(alert.summary()));
        alert.details().lines().forEach(line -> terminal.line("  " + OneLine.escaped(line)));
        Table events = new Table("at", "event", "by", "text");
        story.events().forEach(event -> events.row(event.at(), event.event(), event.byWhom(), event.text()));
        events.print(terminal);
        if (!story.messages().isEmpty()) {
            Table messages = new Table("way", "message", "state", "tries", "settled", "last error");
            story.messages()
                    .forEach(sent -> messages.row(
                            sent.channel(),
                            sent.kind(),
                            sent.state(),
                            sent.attempts(),
                            sent.settledAt(),
                            sent.lastError()));
            messages.print(terminal);
        }
    }

    /** The whole report. */
    record Shown(AlertRow alert, AlertStory story) {
    }
}
