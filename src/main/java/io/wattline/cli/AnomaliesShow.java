package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.AnomalyRow;
import io.wattline.anomaly.DetectorBoard;
import io.wattline.app.WattlineSettings;
import io.wattline.settings.Times;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one anomaly. */
@Command(name = "show", description = "Shows an anomaly, and what has raised the cut-offs of its channel's detectors.")
final class AnomaliesShow extends ReportingVerb {

    @Parameters(paramLabel = "ID", description = "Number of the anomaly, see list.")
    private long id;

    AnomaliesShow(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            AnomalyActions actions = new AnomalyActions(database, Clock.systemUTC());
            AnomalyRow anomaly = actions.find(id).orElseThrow(() -> wrongUsage("Anomaly " + id
                    + " does not exist; see: wattline anomalies list --all"));
            Shown shown = new Shown(anomaly,
                    new DetectorBoard(database, Clock.systemUTC()).raised(anomaly.channelId()));
            report(shown, () -> print(shown));
        }
        return DONE;
    }

    private void print(Shown shown) {
        AnomalyRow anomaly = shown.anomaly();
        terminal().line("anomaly " + anomaly.id() + "  " + anomaly.detector() + ", " + anomaly.state() + ", taken for "
                + anomaly.cause());
        terminal().line("channel " + anomaly.channelId() + " " + anomaly.channelName() + ", from "
                + Times.text(anomaly.start()) + " to " + Times.text(anomaly.end()));
        terminal().line(anomaly.sentence());
        terminal().line("expected " + AnomaliesList.kwh(anomaly.expectedKwh()) + " kWh, observed "
                + AnomaliesList.kwh(anomaly.observedKwh()) + " kWh, difference "
                + AnomaliesList.kwh(anomaly.differenceKwh()) + " kWh");
        if (anomaly.verdict() != null) {
            terminal().line("verdict: " + anomaly.verdict() + ", " + anomaly.verdictBy() + ", "
                    + Times.text(anomaly.verdictAt())
                    + (anomaly.verdictReason() == null ? "" : ": " + anomaly.verdictReason()));
        }
        shown.raised().forEach(raised -> terminal().line("detector " + raised.detector()
                + ": " + raised.effect() + " from "
                + raised.from() + " on (" + raised.source() + ", " + raised.by() + "): " + raised.reason()));
    }

    /** The document. */
    record Shown(AnomalyRow anomaly, List<DetectorBoard.Raised> raised) {
    }
}
