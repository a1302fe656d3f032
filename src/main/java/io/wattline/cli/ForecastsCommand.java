package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for forecasts. */
@Command(name = "forecasts", description = "Shows what will go wrong, and how often the forecasts were right.",
        synopsisSubcommandLabel = "(list | scores | make)", subcommands = HelpCommand.class)
final class ForecastsCommand extends Verb {

    ForecastsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("forecasts needs to know what to do; allowed: list, scores, make");
    }
}
