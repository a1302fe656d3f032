package io.wattline.cli;

import io.wattline.app.CallFailure;
import io.wattline.app.Launcher;
import io.wattline.logging.Secrets;
import io.wattline.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/**
 * The command line: {@code wattline VERB [options]}. Exit code 0 = done, 1 = the work failed or found something, 2 =
 * wrong usage or settings.
 */
public final class Cli {

    private final CommandLine commands;

    /** {@code interactive}: a person looks at {@code out}, so that a line can be rewritten in place. */
    public Cli(
            Launcher launcher,
            Path home,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            boolean interactive) {
        CliContext context = new CliContext(launcher, home, environment, new Terminal(out, interactive));
        commands = new CommandLine(new WattlineCommand());
        verbs(context).forEach(commands::addSubcommand);
        commands.setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Cli::explain)
                .setParameterExceptionHandler(Cli::explainUsage);
    }

    /** In the order of the help. */
    private static List<Object> verbs(CliContext context) {
        return List.of(
                new DemoCommand(context),
                new RunCommand(context),
                new MigrateCommand(context),
                new SyncCommand(context),
                new DiscoverCommand(context),
                new MapFieldsCommand(context),
                verb(new DriftCommand(context), new DriftList(context), new DriftClose(context)),
                new FindGapsCommand(context),
                verb(
                        new BackfillCommand(context),
                        new BackfillTable.Newest(context),
                        new BackfillTable.Pause(context),
                        new BackfillResume(context),
                        new BackfillTable.Cancel(context)),
                new EstimateCommand(context),
                new ReconcileCommand(context),
                new QualityCommand(context),
                verb(new ValidateCommand(context), new FindingAccept(context), new FindingWithdraw(context)),
                new CheckAlertsCommand(context),
                verb(
                        new AlertsCommand(context),
                        new AlertsList(context),
                        new AlertsShow(context),
                        new AlertsAcknowledge(context),
                        new AlertsSilence(context),
                        new AlertsUnsilence(context),
                        new AlertsTryOut(context)),
                verb(
                        new DeadLettersCommand(context),
                        new DeadLettersList(context),
                        new DeadLettersShow(context),
                        new DeadLettersReplay(context),
                        new DeadLettersDiscard(context)),
                verb(
                        new RoutesCommand(context),
                        new RoutesCheck(context),
                        new RoutesTry(context),
                        new RoutesList(context)),
                new StatusCommand(context),
                new CommandLine.HelpCommand());
    }

    private static CommandLine verb(Object command, Object... subcommands) {
        CommandLine verb = new CommandLine(command);
        List.of(subcommands).forEach(verb::addSubcommand);
        return verb;
    }

    /** Does what the arguments say and returns the exit code. */
    public int execute(String... arguments) {
        return commands.execute(arguments);
    }

    private static int explainUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr().println(error.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return Verb.WRONG_USAGE;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof SettingsException) {
            command.getErr().println(Secrets.masked(failure.getMessage()));
            return Verb.WRONG_USAGE;
        }
        String name = command.getCommandSpec().qualifiedName();
        LoggerFactory.getLogger(Cli.class).info("{} failed", name, failure);
        command.getErr().println(name + " failed: " + Secrets.masked(CallFailure.message(failure))
                + "\nThe log file in data/logs has the details.");
        return Verb.FAILED;
    }
}
