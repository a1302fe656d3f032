package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.settings.Durations;
import io.wattline.settings.Need;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;

/** What the database says. */
@Command(name = "status", description = "Says what is live, what is behind and what waits for somebody.")
final class StatusCommand extends ReportingVerb {

    StatusCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        try (HikariDataSource database = context().parts().openDatabase(settings(Need.DATABASE))) {
            Optional<StatusReport> status = StatusQuery.ask(database);
            if (status.isEmpty()) {
                throw new IllegalStateException("The database has no schema of Wattline yet; make it with: wattline migrate");
            }
            report(status.get(), () -> print(status.get()));
        }
        return DONE;
    }

    private void print(StatusReport status) {
        Terminal terminal = terminal();
        terminal.line("schema              version " + status.schemaVersion());
        terminal.line("channels            " + (status.channels().isEmpty() ? "none known yet" : text(status)));
        terminal.line("newest reading      " + (status.newestReading() == null ? "none" : status.newestReading()));
        terminal.line("furthest behind     " + (status.lagSeconds() == null ? "-" : Durations.humane(Duration.ofSeconds(Math.max(0, status.lagSeconds())))));
        terminal.line(String.format("readings last hour  %,d", status.readingsLastHour()));
        terminal.line(String.format("dead letters open   %,d", status.deadLettersOpen()));
        terminal.line(String.format("gaps open           %,d, %,d readings missing", status.gapsOpen(), status.readingsMissing()));
        if (!status.quarantined().isEmpty()) {
            terminal.line("in quarantine       " + String.join(", ", status.quarantined().stream().map(String::valueOf).toList()));
        }
        if (!status.lastRuns().isEmpty()) {
            Table runs = new Table("run", "kind", "started", "finished", "windows", "failed", "inserted", "rejected");
            status.lastRuns().forEach(run -> runs.row(run.runId(), run.kind(), run.startedAt(), run.finishedAt(), run.windows(), run.failedWindows(),
                    run.inserted(), run.rejected()));
            runs.print(terminal);
        }
    }

    private static String text(StatusReport status) {
        return String.join(", ", status.channels().entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList());
    }
}
