package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.database.Sql;
import io.wattline.discovery.DriftFindings;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes drift findings that have been dealt with. */
@Command(name = "close", description = "Closes findings that have been dealt with: what comes now is what is expected "
        + "from now on. The rows stay, with reason and name.")
final class DriftClose extends ReportingVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of the findings, see list.")
    private List<Long> ids;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What has been done; kept with "
            + "each.")
    private String reason;

    DriftClose(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw wrongUsage("--reason is empty; allowed: a text that says to those who come later what has been done");
        }
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            List<Long> closed = new DriftFindings(new Sql(database), Clock.systemUTC())
                    .close(ids, reason.strip(), context().who());
            List<Long> notOpen = ids.stream().distinct().filter(id -> !closed.contains(id)).toList();
            report(new Closed(closed, notOpen), () -> {
                terminal().line(closed.size() + " closed.");
                notOpen.forEach(id -> terminal().line("not closed: " + id + " is not open, "
                        + "or there is no such finding"));
            });
            return notOpen.isEmpty() ? DONE : FAILED;
        }
    }

    /** Which were open and are closed now, and which were not. */
    record Closed(List<Long> closed, List<Long> notOpen) {
    }
}
