package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.database.DatabaseFault;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.health.Disk;
import io.wattline.health.RunningReport;
import io.wattline.health.SpoolFolder;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the state of the running service, the database and the disk. */
@Command(name = "status", description = "Shows the state of the service, of ingestion "
        + "and of open problems. Exit code 1 if the database is unreachable.")
final class StatusCommand extends ReportingVerb {

    @Option(
            names = "--watch",
            arity = "0..1",
            fallbackValue = "5s",
            paramLabel = "EVERY",
            converter = DurationConverter.class,
            description = "Repeat every 5s, or at the given interval, until Ctrl-C.")
    private Duration every;

    StatusCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings(WattlineSettings.DATABASE);
        if (every == null) {
            return say(settings);
        }
        if (every.isZero()) {
            throw wrongUsage("--watch is '0'; allowed: a length of time above 0, such as 5s");
        }
        try (StopSignal signal = new StopSignal()) {
            signal.isTheUsualEnd();
            do {
                terminal().clear();
                say(settings);
            } while (!signal.await(every));
        }
        return DONE;
    }

    private int say(Settings settings) {
        Status status = status(settings);
        report(status, () -> new StatusScreen(terminal()).print(status));
        boolean unwell = status.service() != null && !status.service().troubles().isEmpty();
        return status.figures() == null || unwell ? FAILED : DONE;
    }

    private Status status(Settings settings) {
        Status.Program program = new Status.Program(
                Version.text(),
                Runtime.version().toString(),
                settings.profile(),
                settings.home().toString());
        RunningReport service = null;
        String absent = null;
        try {
            service = new ServiceCall(settings).report();
        } catch (ServiceCall.AbsentException e) {
            absent = e.getMessage();
        }
        Path spool = settings.of(SpoolSettings.class).directory();
        SpoolFolder backlog = new SpoolFolder(spool);
        Disk disk = new Disk(spool);
        Status.DataFolder data =
                new Status.DataFolder(disk.freeBytes(), disk.sizeBytes(), backlog.waiting(), backlog.unreadable());
        return figures(settings, new Status(program, service, absent, null, null, data));
    }

    private Status figures(Settings settings, Status status) {
        StatusReport figures = null;
        String trouble = null;
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            Optional<StatusReport> found = StatusQuery.ask(database);
            figures = found.orElse(null);
            trouble = found.isPresent() ? null : "has no schema of Wattline yet; create it with: wattline migrate";
        } catch (SQLException e) {
            trouble = "is unreachable: " + DatabaseFault.words(e);
        }
        return new Status(status.program(), status.service(), status.serviceAbsent(), figures, trouble, status.disk());
    }
}
