package io.wattline.cli;

import io.wattline.app.Progress;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.estimation.Estimate;
import io.wattline.estimation.EstimationReport;
import io.wattline.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Estimates once. */
@Command(name = "estimate", description = "Estimates the gaps that cannot be filled "
        + "from the source, by the methods of config/estimation.yaml.")
final class EstimateCommand extends ReportingVerb {

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--dry-run", description = "Reports what would be estimated; writes nothing. Requests totals "
            + "from the source.")
    private boolean dryRun;

    EstimateCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = settings(WattlineSettings.ONCE);
        Consumer<Progress> listener = isJson()
                ? progress -> {}
                : progress -> terminal().progress("estimate: " + progress.done() + " of " + progress.total() + " gaps");
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            EstimationReport report = service.estimate(channelIds, dryRun, listener);
            report(report, () -> print(report));
            return report.gaps().stream().anyMatch(EstimationReport.GapResult::later) ? FAILED : DONE;
        }
    }

    private void print(EstimationReport report) {
        if (report.gaps().isEmpty()) {
            terminal().line("No gap can be estimated now. A gap is estimated when it cannot be filled from the source "
                    + "and has no estimate yet.");
            return;
        }
        Table table = new Table("channel", "from", "until", "readings", "method", "kWh", "known total from", "");
        report.gaps()
                .forEach(gap -> table.row(
                        gap.channelId(),
                        gap.start(),
                        gap.end(),
                        gap.slots(),
                        gap.method(),
                        gap.method().equals(Estimate.NONE) ? null : String.format("%,.3f", gap.energyKwh()),
                        gap.totalSource(),
                        gap.why() == null ? "" : gap.why()));
        table.print(terminal());
        terminal()
                .line((report.dryRun() ? "Dry run, nothing written: " : "")
                        + report.gaps().size() + " gaps, readings by method " + report.slotsByMethod() + ", "
                        + report.missing() + " gaps stay without estimate.");
    }
}
