package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.forecast.ForecastActions;
import io.wattline.forecast.ForecastScore;
import io.wattline.forecast.ReliabilityBin;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how often forecasts were right. */
@Command(name = "scores", description = "Shows how often each kind of forecast was right in the last 90 days.")
final class ForecastsScores extends ReportingVerb {

    @Option(names = "--kind", paramLabel = "KIND", description = "Also what was said and what happened, by tenth of "
            + "probability, of this kind.")
    private String kind;

    ForecastsScores(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            ForecastActions actions = new ForecastActions(database);
            List<ReliabilityBin> bins = kind == null ? List.of() : typed(() -> actions.reliability(kind));
            List<ForecastScore> scores = actions.scores();
            report(new Scores(scores, bins), () -> print(scores, bins));
        }
        return DONE;
    }

    private void print(List<ForecastScore> scores, List<ReliabilityBin> bins) {
        Table table = new Table("kind", "settled", "came true", "skill: base", "persistence", "line", "in 80 %",
                "precision: 24 h", "72 h", "168 h", "recall 72 h", "false a site, month");
        scores.forEach(score -> table.row(score.kind(), score.settled(), score.happened(), text(score.skillBase()),
                text(score.skillPersistence()), text(score.skillLine()), text(score.withinShare()),
                text(score.precision24h()), text(score.precision72h()), text(score.precision168h()),
                text(score.recall72h()), text(score.falsePerSiteMonth())));
        table.print(terminal());
        scores.forEach(score -> terminal().line(score.kind() + ": " + score.sentence()));
        if (!bins.isEmpty()) {
            Table reliability = new Table("probability", "forecasts", "said", "came true", "95 % interval");
            bins.forEach(bin -> reliability.row(String.format(Locale.ROOT, "%.1f to %.1f", (bin.bin() - 1) / 10.0,
                    bin.bin() / 10.0), bin.forecasts(), text(bin.said()), text(bin.happened()),
                    text(bin.low()) + " to " + text(bin.high())));
            reliability.print(terminal());
        }
    }

    private static String text(Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.2f", value);
    }

    /** The document. */
    record Scores(List<ForecastScore> scores, List<ReliabilityBin> reliability) {
    }
}
