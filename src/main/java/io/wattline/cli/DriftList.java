package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.database.Sql;
import io.wattline.discovery.DriftFindings;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists drift findings, newest first. */
@Command(name = "list", description = "Lists drift findings, newest first.")
final class DriftList extends ReportingVerb {

    @Option(names = "--all", description = "Also closed findings.")
    private boolean closedToo;

    DriftList(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            List<DriftFindings.Entry> findings =
                    new DriftFindings(new Sql(database), Clock.systemUTC()).list(closedToo);
            report(findings, () -> print(findings));
        }
        return DONE;
    }

    private void print(List<DriftFindings.Entry> findings) {
        if (findings.isEmpty()) {
            terminal().line(closedToo ? "No drift finding was ever recorded." : "No drift finding is open.");
            return;
        }
        Table table = new Table("id", "found", "channel", "kind", "closed", "what");
        findings.forEach(finding -> table.row(
                finding.id(),
                finding.foundAt(),
                finding.channelId(),
                finding.kind(),
                finding.closedAt() == null ? "open" : finding.closedAt(),
                finding.message() + (finding.closeReason() == null ? "" : " | closed: " + finding.closeReason())));
        table.print(terminal());
    }
}
