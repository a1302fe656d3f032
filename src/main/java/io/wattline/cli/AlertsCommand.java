package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Groups the verbs for alerts. */
@Command(name = "alerts", description = "Lists, acknowledges and silences alerts, and tests notification channels.",
        synopsisSubcommandLabel = "(list | show | ack | silence | unsilence | test)", subcommands = HelpCommand.class)
final class AlertsCommand extends Verb {

    AlertsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw wrongUsage("alerts needs a subcommand; allowed: list, show, ack, silence, unsilence, test");
    }
}
