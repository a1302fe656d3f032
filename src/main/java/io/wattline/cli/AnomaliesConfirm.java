package io.wattline.cli;

import io.wattline.anomaly.AnomalyActions;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Confirms anomalies. */
@Command(name = "confirm", description = "Says that anomalies are faults: they do not count as false "
        + "alarms, and backtests look whether they are found.")
final class AnomaliesConfirm extends AnomalyVerb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept with it.")
    private String reason;

    AnomaliesConfirm(CliContext context) {
        super(context, "anomaly-confirm", "confirmed");
    }

    @Override
    boolean at(AnomalyActions actions, long id) {
        return actions.confirm(id, context().who(), reason);
    }

    @Override
    Map<String, Object> details() {
        return Map.of("reason", reason);
    }
}
