package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for dead letters. */
@Command(
        name = "dead-letters",
        description = "Looks into what was set aside, replays it or closes it.",
        synopsisSubcommandLabel = "(list | show | replay | discard)",
        subcommands = HelpCommand.class)
final class DeadLettersCommand extends Verb {

    DeadLettersCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("dead-letters needs to know what to do; allowed: list, show, replay, discard");
    }
}
