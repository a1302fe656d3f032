package io.wattline.cli;

import io.wattline.alert.AlertActions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Acknowledges alerts. */
@Command(name = "ack", description = "Acknowledges alerts: they send no reminders for alerts.acknowledged-for (8h). "
        + "Their notification channels get a message about it.")
final class AlertsAcknowledge extends AlertVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of the alerts; see list.")
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
                                    "it does not fire, or it does not exist")
                            ? acknowledged
                            : notFiring)
                    .add(id);
        }
        report(new Acknowledged(acknowledged, notFiring), () -> {
            acknowledged.forEach(id -> terminal().line("alert " + id + " is yours, " + context().who() + "."));
            notFiring.forEach(id -> terminal().line("not acknowledged: " + id + " does not fire, or does not exist"));
        });
        return notFiring.isEmpty() ? DONE : FAILED;
    }

    /** The alerts that are acknowledged now, and those that did not fire. */
    record Acknowledged(List<Long> acknowledged, List<Long> notFiring) {
    }
}
