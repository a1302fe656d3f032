package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.DetectorBoard;
import io.wattline.app.WattlineSettings;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the detectors of anomalies. */
@Command(name = "detectors", description = "Lists the detectors: how often the newest backtest found each of them "
        + "right, what people said, and where a cut-off is raised or a detector muted.")
final class AnomaliesDetectors extends ReportingVerb {

    @Option(names = "--channel", paramLabel = "ID", description = "Only on this channel.")
    private Integer channelId;

    AnomaliesDetectors(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            DetectorBoard board = new DetectorBoard(database, Clock.systemUTC());
            Board shown = new Board(board.lines(channelId), board.raised(channelId));
            report(shown, () -> print(shown));
        }
        return DONE;
    }

    private void print(Board shown) {
        Table table = new Table("detector", "false a month", "right", "found", "measured", "open", "normal", "fault",
                "raised on", "muted on");
        shown.detectors().forEach(each -> table.row(each.detector(), number(each.falseAlarmsPerMonth()),
                share(each.precision()), each.found(), each.measuredAt(), each.open(), each.normal(), each.fault(),
                each.raised(), each.muted()));
        table.print(terminal());
        terminal().line("False alarms are those a channel and month in what was not touched; right is the share of "
                + "alarms that were right where faults were planted. Measure: wattline anomalies backtest");
        shown.raised().forEach(raised -> terminal().line("channel " + raised.channelId() + ", detector "
                + raised.detector() + ": " + raised.effect() + " from " + raised.from() + " on (" + raised.source()
                + ", " + raised.by() + "): " + raised.reason()));
    }

    private static String number(Double number) {
        return number == null ? null : String.format(Locale.ROOT, "%.2f", number);
    }

    private static String share(Double share) {
        return share == null ? null : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** The document. */
    record Board(List<DetectorBoard.Line> detectors, List<DetectorBoard.Raised> raised) {
    }
}
