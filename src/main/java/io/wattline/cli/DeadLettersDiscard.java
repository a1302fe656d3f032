package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.deadletter.DeadLetters;
import io.wattline.settings.Need;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes dead letters as not wanted. */
@Command(name = "discard", description = "Closes dead letters as not wanted. The rows stay, with reason and name.")
final class DeadLettersDiscard extends ReportingVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of the dead letters, see list.")
    private List<Long> ids;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept with each.")
    private String reason;

    DeadLettersDiscard(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        if (reason.isBlank()) {
            throw wrongUsage("--reason is empty; allowed: a text that says to those who come later why this is not wanted");
        }
        try (HikariDataSource database = context().launcher().openDatabase(settings(Need.DATABASE))) {
            List<Long> discarded = new DeadLetters(database).discard(ids, reason.strip(), context().who());
            List<Long> notOpen = ids.stream().distinct().filter(id -> !discarded.contains(id)).toList();
            report(new Discarded(discarded, notOpen), () -> {
                terminal().line(discarded.size() + " discarded.");
                notOpen.forEach(id -> terminal().line("not discarded: " + id + " is not open, or there is no such dead letter"));
            });
            return notOpen.isEmpty() ? DONE : FAILED;
        }
    }

    /** Which were open and are closed now, and which were not. */
    record Discarded(List<Long> discarded, List<Long> notOpen) {
    }
}
