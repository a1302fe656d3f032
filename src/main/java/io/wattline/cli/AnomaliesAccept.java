package io.wattline.cli;

import io.wattline.anomaly.AnomalyActions;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accepts anomalies. */
@Command(name = "accept", description = "Says that anomalies are normal: the detector becomes less "
        + "sensitive on that channel, and a level is learned.")
final class AnomaliesAccept extends AnomalyVerb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept with it.")
    private String reason;

    AnomaliesAccept(CliContext context) {
        super(context, "anomaly-accept", "accepted");
    }

    @Override
    boolean at(AnomalyActions actions, long id) {
        return actions.accept(id, context().who(), reason);
    }

    @Override
    Map<String, Object> details() {
        return Map.of("reason", reason);
    }
}
