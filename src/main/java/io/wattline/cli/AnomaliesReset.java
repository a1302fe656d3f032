package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.DetectorBoard;
import io.wattline.app.WattlineSettings;
import io.wattline.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a detector as sensitive as before. */
@Command(name = "reset", description = "Takes back what the budget of false alarms has raised of a detector on a "
        + "channel. What a verdict has raised goes with the verdict: anomalies withdraw.")
final class AnomaliesReset extends ReportingVerb {

    @Option(names = "--channel", paramLabel = "ID", required = true, description = "The channel.")
    private int channelId;

    @Option(names = "--detector", paramLabel = "NAME", required = true, description = "The detector.")
    private String detector;

    AnomaliesReset(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        typed(() -> {
            AnomalyActions.requireDetector(detector);
            return null;
        });
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            DetectorBoard board = new DetectorBoard(database, Clock.systemUTC());
            CliAudit audit = new CliAudit(new AuditLog(database, Clock.systemUTC()), context().who());
            boolean done = audit.of("detector-reset", detector, Map.of("channel", channelId),
                    () -> board.reset(channelId, detector, context().who()), "its budget has raised nothing");
            report(Map.of("reset", done), () -> terminal().line(done
                    ? "detector " + detector + " is as sensitive as before on channel " + channelId + "."
                    : "the budget has raised nothing of detector " + detector + " on channel " + channelId
                    + "; see: wattline anomalies detectors --channel " + channelId));
            return done ? DONE : FAILED;
        }
    }
}
