package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.report.ReportFigures;
import io.wattline.report.ReportFiles;
import io.wattline.report.ReportPeriod;
import io.wattline.settings.NearMiss;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes reports. */
@Command(name = "report", description = "Reports how much energy sites used in a day, week or month, how sure that is, "
        + "and what needs somebody.")
final class ReportCommand extends ReportingVerb {

    @Parameters(paramLabel = "daily|weekly|monthly", description = "The period.")
    private String period;

    @Option(names = "--site", paramLabel = "ID", description = "The site (default: every site).")
    private String site;

    @Option(names = "--for", paramLabel = "DATE",
            description = "A day of the period, of the site's time zone (default: the last period that is over).")
    private LocalDate day;

    @Option(names = "--to", paramLabel = "FILE", description = "File to write; its ending .html, .pdf, .csv, .json or "
            + ".txt is the format. With several sites the id of each goes before the ending.")
    private Path file;

    @Option(names = "--send", description = "Sends to those whom config/reports.yaml names for the period and site.")
    private boolean send;

    ReportCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        ReportPeriod chosen = typed(() -> ReportPeriod.of(period));
        Settings settings = settings(send ? WattlineSettings.ONCE_OFFLINE : WattlineSettings.DATABASE);
        List<ReportFigures> reports;
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            ReportFiles files = new ReportFiles(database, settings.home(), Clock.systemUTC());
            List<String> sites = sites(files);
            reports = files.make(chosen, sites, day);
            if (file != null) {
                for (Path written : typed(() -> files.write(reports, file))) {
                    terminal().line("Written: " + written);
                }
            } else if (!isJson()) {
                reports.forEach(report -> terminal().line(files.text(report)));
            }
        }
        if (isJson()) {
            terminal().document("[" + String.join(",", reports.stream().map(ReportFigures::text).toList()) + "]");
        }
        return send ? send(settings, reports) : DONE;
    }

    private List<String> sites(ReportFiles files) {
        List<String> known = files.sites();
        if (site == null) {
            return known;
        }
        if (!known.contains(site)) {
            throw wrongUsage("Site " + site + " does not exist or has no channel that counts"
                    + NearMiss.nearest(site, known).map(near -> "; did you mean " + near + "?").orElse(""));
        }
        return List.of(site);
    }

    private int send(Settings settings, List<ReportFigures> reports) {
        int entries = 0;
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            for (ReportFigures report : reports) {
                entries += service.sendReport(report);
            }
        }
        if (entries == 0) {
            terminal().line("Nothing was sent: config/reports.yaml names nobody for this period and site.");
            return FAILED;
        }
        terminal().line("Sent to those whom " + entries + " entries of config/reports.yaml name; what could not be "
                + "delivered is tried again by the service (table report_deliveries).");
        return DONE;
    }
}
