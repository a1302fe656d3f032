package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for anomalies. */
@Command(name = "anomalies", description = "Shows what the detectors found in stored readings, takes verdicts, "
        + "and measures how often the detectors are right.",
        synopsisSubcommandLabel = "(list | show | search | accept | confirm | withdraw | backtest | "
        + "detectors | reset)",
        subcommands = HelpCommand.class)
final class AnomaliesCommand extends Verb {

    AnomaliesCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("anomalies needs to know what to do; allowed: list, show, search, accept, confirm, withdraw, "
                + "backtest, detectors, reset");
    }
}
