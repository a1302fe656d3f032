package io.wattline.cli;

import io.wattline.anomaly.AnomalyReport;
import io.wattline.app.Progress;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for anomalies once. */
@Command(name = "search", description = "Looks for anomalies now, in days that are over or have changed since the last "
        + "search. The service does so every night (anomalies.cron).")
final class AnomaliesSearch extends ReportingVerb {

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    AnomaliesSearch(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Consumer<Progress> listener = isJson() ? progress -> { } : progress -> terminal().progress("anomalies: "
                + progress.done() + " of " + progress.total() + " channels");
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings(WattlineSettings.ONCE_OFFLINE),
                        Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            AnomalyReport report = typed(() -> service.findAnomalies(channelIds, listener));
            report(report, () -> print(report));
            return report.problems().isEmpty() ? DONE : FAILED;
        }
    }

    private void print(AnomalyReport report) {
        terminal().line(report.channels() + " channel(s) judged: " + report.opened() + " new anomalies, "
                + report.changed() + " changed, " + report.gone() + " not found any more. See: wattline anomalies "
                + "list");
        report.problems().forEach(problem -> terminal().line("not judged: " + problem));
    }
}
