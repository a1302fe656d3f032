package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.quality.CheckReport;
import io.wattline.quality.CheckRequest;
import io.wattline.quality.Finding;
import io.wattline.settings.Settings;
import io.wattline.settings.Times;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks stored readings. */
@Command(name = "validate", description = "Checks stored readings against the rules of config/quality.yaml, marks "
        + "suspect readings and lists open findings.")
final class ValidateCommand extends ReportingVerb {

    private static final int DAYS_MAX = 366;

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "Number of days before now (default: "
            + "${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    ValidateCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (days < 1 || days > DAYS_MAX) {
            throw wrongUsage("--days is " + days + "; allowed: 1 to " + DAYS_MAX);
        }
        Settings settings = settings(WattlineSettings.ONCE_OFFLINE);
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            if (!isJson()) {
                terminal().progress("validate: looks at " + days + " day(s)");
            }
            CheckReport report = typed(() -> service.validate(new CheckRequest(days, channelIds)));
            report(report, () -> print(report));
            return report.hasOpen() ? FAILED : DONE;
        }
    }

    private void print(CheckReport report) {
        if (!report.findings().isEmpty()) {
            Table table = new Table("finding", "severity", "", "reason");
            for (Finding finding : report.findings()) {
                table.row(
                        finding.findingId(),
                        finding.severity(),
                        finding.isNew() ? "new" : "goes on",
                        finding.reason() + (finding.accepted() == null ? "" : " - " + finding.accepted()));
            }
            table.print(terminal());
        }
        terminal()
                .line(report.findings().size() + " finding(s) open between " + Times.text(report.from())
                        + " and " + Times.text(report.to())
                        + ", " + report.closed() + " gone since the last check.");
        report.notRun().forEach(rule -> terminal().line("not run: " + rule));
    }
}
