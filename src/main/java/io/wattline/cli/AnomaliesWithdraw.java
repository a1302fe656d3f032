package io.wattline.cli;

import io.wattline.anomaly.AnomalyActions;
import java.util.Map;
import picocli.CommandLine.Command;

/** Takes verdicts back. */
@Command(name = "withdraw", description = "Takes verdicts back with their effects: the cut-off is as before, and the "
        + "days since are judged again.")
final class AnomaliesWithdraw extends AnomalyVerb {

    AnomaliesWithdraw(CliContext context) {
        super(context, "anomaly-withdraw", "without a verdict");
    }

    @Override
    boolean at(AnomalyActions actions, long id) {
        return actions.withdraw(id, context().who());
    }

    @Override
    Map<String, Object> details() {
        return null;
    }
}
