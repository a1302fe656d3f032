package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for those who edit routes. */
@Command(name = "routes", description = "Checks and tries an edit of routes before it runs, "
        + "and says what the routes do.",
        synopsisSubcommandLabel = "(check | try | list)", subcommands = HelpCommand.class)
final class RoutesCommand extends Verb {

    RoutesCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("routes needs to know what to do; allowed: check, try, list");
    }
}
