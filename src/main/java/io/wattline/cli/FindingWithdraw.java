package io.wattline.cli;

import io.wattline.quality.FindingActions;
import java.util.Map;
import picocli.CommandLine.Command;

/** Withdraws the acceptance of findings. */
@Command(name = "withdraw", description = "Withdraws an acceptance: the findings count again and mark their readings.")
final class FindingWithdraw extends FindingVerb {

    FindingWithdraw(CliContext context) {
        super(context, "finding-withdraw", "withdrawn");
    }

    @Override
    boolean at(FindingActions desk, long id) {
        return desk.withdraw(id);
    }

    @Override
    Map<String, Object> details() {
        return null;
    }
}
