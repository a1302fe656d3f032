package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for alerts. */
@Command(name = "alerts", description = "Looks into alerts, takes them on, silences them, "
        + "and tries out the ways by which people are told.",
        synopsisSubcommandLabel = "(list | show | ack | silence | unsilence | test)", subcommands = HelpCommand.class)
final class AlertsCommand extends Verb {

    AlertsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("alerts needs to know what to do; allowed: list, show, ack, silence, unsilence, test");
    }
}
