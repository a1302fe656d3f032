package io.wattline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wattline} without a verb: prints help. */
@Command(name = "wattline", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        usageHelpAutoWidth = true, synopsisSubcommandLabel = "VERB",
        description = "Keeps energy data trustworthy: from the Eniscope API into PostgreSQL, without silent gaps.",
        footer = {"", "Exit codes: 0 done; 1 the work failed or found something; 2 wrong usage or settings.",
            "Settings: config/application.properties and environment variables; see docs/settings.md. First steps: "
                    + "wattline demo"})
final class WattlineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing, such as demo or run.");
    }
}
