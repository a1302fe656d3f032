package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for dead letters. */
@Command(
        name = "dead-letters",
        description = "Lists, shows, replays and discards dead letters.",
        synopsisSubcommandLabel = "(list | show | replay | discard)",
        subcommands = HelpCommand.class)
final class DeadLettersCommand extends Verb {

    DeadLettersCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("dead-letters needs a subcommand; allowed: list, show, replay, discard");
    }
}
