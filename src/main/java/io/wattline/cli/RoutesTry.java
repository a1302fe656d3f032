package io.wattline.cli;

import io.wattline.app.Progress;
import io.wattline.app.WattlineSettings;
import io.wattline.database.DatabaseSettings;
import io.wattline.routes.TableDifference;
import io.wattline.routes.Trial;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries edited routes. */
@Command(name = "try", description = "Runs a recorded day through the present routes and through the edited ones, "
        + "and reports which rows differ. Nothing leaves this machine.")
final class RoutesTry extends ReportingVerb {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Edited files, each replacing the file of the same "
            + "name in routes/.")
    private List<Path> files;

    @Option(names = "--in-database", description = "Use two temporary schemas of the database of DATABASE_URL "
            + "(default: a temporary PostgreSQL).")
    private boolean inDatabase;

    RoutesTry(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = inDatabase ? settings(WattlineSettings.DATABASE) : settings(List.of());
        try (StopSignal signal = new StopSignal()) {
            Trial trial = context()
                    .launcher()
                    .tryRoutes(
                            settings,
                            RoutesCheck.edited(this, settings, List.of()),
                            RoutesCheck.edited(this, settings, files),
                            inDatabase
                                    ? settings.of(DatabaseSettings.class).url().value()
                                    : null,
                            progress -> show(progress, signal));
            report(trial, () -> print(trial));
            return trial.isSame() ? DONE : FAILED;
        }
    }

    /** It can be stopped between two steps, and removes what it created. */
    private void show(Progress progress, StopSignal signal) {
        if (signal.isAsked()) {
            throw new CancellationException("the trial was stopped before its end");
        }
        if (!isJson()) {
            terminal().progress("try: " + progress.done() + " of " + progress.total() + "  " + progress.text());
        }
    }

    private void print(Trial trial) {
        trial.complaints().forEach(each -> terminal().line(each.text()));
        trial.failures().forEach(each -> terminal().line("broke down, " + each));
        if (!trial.tables().isEmpty()) {
            Table table = new Table("table", "rows now", "edited", "gone", "new");
            trial.tables()
                    .forEach(each -> table.row(each.table(), each.before(), each.after(), each.gone(), each.come()));
            table.print(terminal());
        }
        trial.tables().stream().filter(each -> !each.isNone()).forEach(this::printRows);
        terminal().line(verdict(trial));
    }

    private void printRows(TableDifference table) {
        terminal().line(table.table() + ", the first differing ones:");
        table.first().forEach(row -> terminal().line("  " + row.text()));
    }

    private static String verdict(Trial trial) {
        if (!trial.complaints().isEmpty()) {
            return trial.complaints().size() + " error(s); nothing was run.";
        }
        return trial.isSame() ? "The edited routes do the same." : "The edited routes do something different.";
    }
}
