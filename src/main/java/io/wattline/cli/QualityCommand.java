package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.AnomalyRow;
import io.wattline.app.WattlineSettings;
import io.wattline.quality.ChannelDays;
import io.wattline.quality.CheckNotRun;
import io.wattline.quality.Dimension;
import io.wattline.quality.QualityStandard;
import io.wattline.quality.Scorecard;
import io.wattline.quality.Scorecards;
import io.wattline.settings.ConfigFile;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the grades of channels and sites. */
@Command(name = "quality", description = "Grades every channel and site "
        + "from A to F over the last local days, with the reasons.")
final class QualityCommand extends ReportingVerb {

    private static final int DAYS_MAX = 3660;
    private static final int ANOMALIES_MAX = 10;

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "Number of local days, including "
            + "today so far (default: ${DEFAULT-VALUE}).")
    private int days;

    QualityCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        if (days < 1 || days > DAYS_MAX) {
            throw wrongUsage("--days is " + days + "; allowed: 1 to " + DAYS_MAX);
        }
        ConfigFile file = ConfigFile.read(context().home(), "config/quality.yaml");
        QualityStandard standard = QualityStandard.parse(file.name(), file.text());
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            new ChannelDays(database, standard, Clock.systemUTC(), () -> true).refresh();
            Scorecards scorecards = new Scorecards(database, standard, Clock.systemUTC());
            List<Scorecard> channels = scorecards.ofChannels(days);
            Report report = new Report(days, channels, scorecards.ofSites(channels),
                    new AnomalyActions(database, Clock.systemUTC()).list(false, null, null).stream()
                            .filter(each -> !"normal".equals(each.verdict())).toList());
            report(report, () -> {
                print(report);
                printAnomalies(report.anomalies());
            });
        }
        return DONE;
    }

    private void print(Report report) {
        if (report.channels().isEmpty()) {
            terminal().line("No channel has expected readings yet.");
            return;
        }
        table("channel", report.channels());
        terminal().line("");
        table("site", report.sites());
        printNotRun(report.channels());
    }

    private void printAnomalies(List<AnomalyRow> open) {
        if (!open.isEmpty()) {
            terminal().line("");
            terminal().line(open.size() + " anomalies are open; they lower no grade. See: wattline anomalies list");
            open.stream().limit(ANOMALIES_MAX).forEach(each -> terminal().line("channel " + each.channelId() + ", "
                    + each.detector() + ": " + each.sentence()));
        }
    }

    private void printNotRun(List<Scorecard> channels) {
        List<CheckNotRun> first = channels.get(0).subject().rulesNotRun();
        String off = first.stream()
                .filter(check -> !check.missing() && !check.equals(CheckNotRun.NONE_YET))
                .map(CheckNotRun::rule)
                .collect(Collectors.joining(", "));
        long notYet = channels.stream()
                .filter(card -> card.subject().rulesNotRun().contains(CheckNotRun.NONE_YET))
                .count();
        if (!off.isEmpty()) {
            terminal().line("");
            terminal()
                    .line("Checks that are switched off in config/quality.yaml and do not count in any grade: " + off);
        }
        if (notYet > 0) {
            terminal().line("");
            terminal().line("The checks over stored readings have not run for " + notYet + " of " + channels.size()
                    + " channels yet; these grades do not include them. They run every night, "
                    + "or now with: wattline validate");
        }
    }

    private void table(String kind, List<Scorecard> cards) {
        Table table =
                new Table(kind, "name", "grade", "complete", "timely", "valid", "consistent", "unique", "because");
        for (Scorecard card : cards) {
            table.row(
                    card.subject().id(),
                    card.subject().name(),
                    card.grade(),
                    percent(card, Dimension.COMPLETENESS),
                    percent(card, Dimension.TIMELINESS),
                    percent(card, Dimension.VALIDITY),
                    percent(card, Dimension.CONSISTENCY),
                    percent(card, Dimension.UNIQUENESS),
                    String.join("; ", card.because()));
        }
        table.print(terminal());
    }

    /** Truncated, not rounded, so that 99.96 % is not shown as 100 %. */
    private static String percent(Scorecard card, Dimension dimension) {
        Double share = card.shares().get(dimension);
        return share == null ? null : String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000) / 10);
    }

    /** The whole report. */
    record Report(int days, List<Scorecard> channels, List<Scorecard> sites, List<AnomalyRow> anomalies) {
    }
}
