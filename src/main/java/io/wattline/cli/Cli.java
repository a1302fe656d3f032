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

    /** {@code interactive}: {@code out} is a terminal, so that a line can be rewritten in place. */
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
                backfill(context),
                new EstimateCommand(context),
                new ReconcileCommand(context),
                new QualityCommand(context), new ReportCommand(context), new ExportCommand(context),
                verb(new ValidateCommand(context), new FindingAccept(context), new FindingWithdraw(context)),
                anomalies(context),
                forecasts(context),
                new CheckAlertsCommand(context),
                alerts(context),
                deadLetters(context),
                routes(context),
                new StatusCommand(context),
                new CommandLine.HelpCommand());
    }

    private static CommandLine anomalies(CliContext context) {
        return verb(new AnomaliesCommand(context), new AnomaliesList(context), new AnomaliesShow(context),
                new AnomaliesSearch(context), new AnomaliesAccept(context), new AnomaliesConfirm(context),
                new AnomaliesWithdraw(context), new AnomaliesBacktest(context),
                new AnomaliesDetectors(context), new AnomaliesReset(context));
    }

    private static CommandLine forecasts(CliContext context) {
        return verb(new ForecastsCommand(context), new ForecastsList(context), new ForecastsScores(context),
                new ForecastsMake(context));
    }

    private static CommandLine backfill(CliContext context) {
        return verb(
                new BackfillCommand(context), new BackfillTable.Newest(context), new BackfillTable.Pause(context),
                new BackfillResume(context), new BackfillTable.Cancel(context));
    }

    private static CommandLine alerts(CliContext context) {
        return verb(
                new AlertsCommand(context), new AlertsList(context), new AlertsShow(context),
                new AlertsAcknowledge(context), new AlertsSilence(context), new AlertsUnsilence(context),
                new AlertsTryOut(context));
    }

    private static CommandLine deadLetters(CliContext context) {
        return verb(
                new DeadLettersCommand(context), new DeadLettersList(context), new DeadLettersShow(context),
                new DeadLettersReplay(context), new DeadLettersDiscard(context));
    }

    private static CommandLine routes(CliContext context) {
        return verb(
                new RoutesCommand(context), new RoutesCheck(context), new RoutesTry(context), new RoutesList(context));
    }

    private static CommandLine verb(Object command, Object... subcommands) {
        CommandLine verb = new CommandLine(command);
        List.of(subcommands).forEach(verb::addSubcommand);
        return verb;
    }

    /** Runs the verb; returns the exit code. */
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
                + "\nSee the log file in data/logs for details.");
        return Verb.FAILED;
    }
}
