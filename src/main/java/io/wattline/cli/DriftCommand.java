package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for drift. */
@Command(name = "drift", description = "Lists changes in the form of the source's responses (new "
        + "or vanished field, unit, type, resolution, time zone), and closes handled ones.",
        synopsisSubcommandLabel = "(list | close)", subcommands = HelpCommand.class)
final class DriftCommand extends Verb {

    DriftCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("drift needs a subcommand; allowed: list, close");
    }
}
