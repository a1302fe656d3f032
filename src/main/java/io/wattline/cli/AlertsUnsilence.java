package io.wattline.cli;

import io.wattline.alert.AlertDesk;
import java.sql.SQLException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a silence. */
@Command(name = "unsilence", description = "Ends a silence now.")
final class AlertsUnsilence extends AlertVerb {

    @Parameters(paramLabel = "ID", description = "Number of the silence, see list.")
    private long id;

    AlertsUnsilence(CliContext context) {
        super(context);
    }

    @Override
    int at(AlertDesk desk) throws SQLException {
        boolean ended = desk.endSilence(id);
        report(Map.of("ended", ended), () -> terminal().line(ended ? "silence " + id + " is over." : "There is no silence " + id + " that has not ended."));
        return ended ? DONE : FAILED;
    }
}
