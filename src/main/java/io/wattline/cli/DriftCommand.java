package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for drift. */
@Command(name = "drift", description = "Shows what has changed in the form of the source's answers (a new "
        + "or vanished field, unit, type, resolution, time zone), and closes what has been dealt with.",
        synopsisSubcommandLabel = "(list | close)", subcommands = HelpCommand.class)
final class DriftCommand extends Verb {

    DriftCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("drift needs to know what to do; allowed: list, close");
    }
}
