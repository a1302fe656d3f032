package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for routes. */
@Command(name = "routes", description = "Checks and tries edited routes before they run, and lists routes.",
        synopsisSubcommandLabel = "(check | try | list)", subcommands = HelpCommand.class)
final class RoutesCommand extends Verb {

    RoutesCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("routes needs a subcommand; allowed: check, try, list");
    }
}
