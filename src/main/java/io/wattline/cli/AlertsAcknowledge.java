package io.wattline.cli;

import io.wattline.alert.AlertActions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes alerts on. */
@Command(name = "ack", description = "Says that you are at it: no reminders for alerts.acknowledged-for (8h); whoever "
        + "was told of it hears of that.")
final class AlertsAcknowledge extends AlertVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of the alerts, see list.")
    private List<Long> ids;

    AlertsAcknowledge(CliContext context) {
        super(context);
    }

    @Override
    int at(AlertActions desk, CliAudit audit) throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        List<Long> notFiring = new ArrayList<>();
        for (Long id : ids.stream().distinct().toList()) {
            (audit.of(
                                    "alert-acknowledge",
                                    id.toString(),
                                    null,
                                    () -> desk.acknowledge(id, context().who()),
                                    "it does not fire, or there is no such alert")
                            ? acknowledged
                            : notFiring)
                    .add(id);
        }
        report(new Acknowledged(acknowledged, notFiring), () -> {
            acknowledged.forEach(id -> terminal().line("alert " + id + " is yours, " + context().who() + "."));
            notFiring.forEach(id -> terminal().line("not acknowledged: " + id + " does not fire, "
                    + "or there is no such alert"));
        });
        return notFiring.isEmpty() ? DONE : FAILED;
    }

    /** Which fired and are taken on, and which did not. */
    record Acknowledged(List<Long> acknowledged, List<Long> notFiring) {
    }
}
