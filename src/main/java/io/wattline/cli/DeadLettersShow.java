package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetters;
import io.wattline.settings.Times;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one dead letter with everything that is stored about it. */
@Command(name = "show", description = "Shows a dead letter with all reasons and its payload.")
final class DeadLettersShow extends ReportingVerb {

    @Parameters(paramLabel = "ID", description = "Id of the dead letter; see list.")
    private long id;

    DeadLettersShow(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            Optional<DeadLetter> letter = new DeadLetters(database).show(id);
            if (letter.isEmpty()) {
                throw new IllegalArgumentException("No dead letter has the id " + id + "; list the existing ones "
                        + "with: wattline dead-letters list --status all");
            }
            report(letter.get(), () -> print(letter.get()));
        }
        return DONE;
    }

    private void print(DeadLetter letter) {
        Terminal terminal = terminal();
        terminal.line("dead letter  " + letter.id() + ", " + letter.status());
        terminal.line("received     " + Times.text(letter.receivedAt())
                + (letter.timesSeen() > 1 ? ", " + letter.timesSeen() + " times" : "")
                + (letter.runId() == null ? "" : ", first in run " + letter.runId()));
        terminal.line("channel      " + (letter.channelId() == null ? "-" : letter.channelId()));
        terminal.line("reading      " + (letter.readingTimestamp() == null ? "-" : letter.readingTimestamp()));
        terminal.line("stage, rule  " + letter.stage() + ", " + letter.rule());
        terminal.line("set aside    " + letter.what());
        terminal.line("reason       " + letter.reason());
        if (letter.failures() != null) {
            terminal.line("all reasons  " + letter.failures());
        }
        if (letter.closedAt() != null) {
            terminal.line("closed       " + Times.text(letter.closedAt()) + " by " + letter.closedBy() + ": "
                    + letter.closeReason());
        }
        terminal.line("payload      " + letter.payload());
    }
}
