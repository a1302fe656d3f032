package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.health.Disk;
import io.wattline.health.RunningReport;
import io.wattline.health.SpoolFolder;
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

/** What a running service, the database and the disk say. */
@Command(name = "status", description = "Says what is live, what is behind and what waits for somebody. Exit code 1 "
        + "where the database does not answer.")
final class StatusCommand extends ReportingVerb {

    @Option(
            names = "--watch",
            arity = "0..1",
            fallbackValue = "5s",
            paramLabel = "EVERY",
            converter = DurationConverter.class,
            description = "Say it again and again, every 5s or as often as given, until Ctrl-C.")
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
        return status.figures() == null ? FAILED : DONE;
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
            trouble = found.isPresent() ? null : "has no schema of Wattline yet; make it with: wattline migrate";
        } catch (SQLException e) {
            trouble = "does not answer: " + e.getMessage();
        }
        return new Status(status.program(), status.service(), status.serviceAbsent(), figures, trouble, status.disk());
    }
}
