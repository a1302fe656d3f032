package io.wattline.cli;

import io.wattline.alert.AlertActions;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a silence. */
@Command(name = "unsilence", description = "Ends a silence now.")
final class AlertsUnsilence extends AlertVerb {

    @Parameters(paramLabel = "ID", description = "Id of the silence; see list.")
    private long id;

    AlertsUnsilence(CliContext context) {
        super(context);
    }

    @Override
    int at(AlertActions desk, CliAudit audit) throws Exception {
        boolean ended = audit.of(
                "alert-unsilence",
                String.valueOf(id),
                null,
                () -> desk.endSilence(id),
                "no running silence has this id");
        report(Map.of("ended", ended), () -> terminal().line(ended ? "silence " + id + " is over." : "There is no "
                + "silence " + id + " that has not ended."));
        return ended ? DONE : FAILED;
    }
}
