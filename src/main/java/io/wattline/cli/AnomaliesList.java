package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.AnomalyRow;
import io.wattline.app.WattlineSettings;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists anomalies. */
@Command(name = "list", description = "Lists the anomalies that go on, the newest first.")
final class AnomaliesList extends ReportingVerb {

    @Option(names = "--all", description = "Also those that are over, part of a greater one, or not found any more.")
    private boolean all;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel.")
    private Integer channelId;

    @Option(names = "--detector", paramLabel = "NAME", description = "Only what this detector found.")
    private String detector;

    AnomaliesList(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            AnomalyActions actions = new AnomalyActions(database, Clock.systemUTC());
            Listed listed = new Listed(typed(() -> actions.list(all, channelId, detector)), actions.notJudged());
            report(listed, () -> print(listed));
        }
        return DONE;
    }

    private void print(Listed listed) {
        if (listed.anomalies().isEmpty()) {
            terminal().line(all ? "No anomaly was found yet." : "No anomaly goes on. Earlier ones: "
                    + "wattline anomalies list --all");
        } else {
            Table table = new Table("id", "channel", "detector", "state", "verdict", "from", "kWh", "what");
            listed.anomalies().forEach(each -> table.row(each.id(), each.channelId(), each.detector(), each.state(),
                    each.verdict(), each.start(), kwh(each.differenceKwh()), each.sentence()));
            table.print(terminal());
        }
        if (listed.notJudged() > 0) {
            terminal().line(listed.notJudged() + " channel(s) are not judged: they have less than four weeks of "
                    + "readings, or no search has run yet (wattline anomalies search).");
        }
    }

    static String kwh(Double energy) {
        return energy == null ? null : String.format("%+,.1f", energy);
    }

    /** The document. */
    record Listed(List<AnomalyRow> anomalies, long notJudged) {
    }
}
