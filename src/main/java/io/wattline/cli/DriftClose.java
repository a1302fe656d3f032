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

/** Closes handled drift findings. */
@Command(name = "close", description = "Closes drift findings that have been handled: the present form of the "
        + "responses is expected from now on. The rows stay, with reason and name.")
final class DriftClose extends ReportingVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of the findings; see list.")
    private List<Long> ids;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What was done about them; stored "
            + "with each.")
    private String reason;

    DriftClose(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw wrongUsage("--reason is empty; allowed: a text that says what was done about them");
        }
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            List<Long> closed = new DriftFindings(new Sql(database), Clock.systemUTC())
                    .close(ids, reason.strip(), context().who());
            List<Long> notOpen = ids.stream().distinct().filter(id -> !closed.contains(id)).toList();
            report(new Closed(closed, notOpen), () -> {
                terminal().line(closed.size() + " closed.");
                notOpen.forEach(id -> terminal().line("not closed: " + id + " is not open or does not exist"));
            });
            return notOpen.isEmpty() ? DONE : FAILED;
        }
    }

    /** The findings that are closed now, and those that were not open. */
    record Closed(List<Long> closed, List<Long> notOpen) {
    }
}
