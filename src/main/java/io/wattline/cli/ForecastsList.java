package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.forecast.ForecastActions;
import io.wattline.forecast.ForecastRow;
import io.wattline.forecast.ForecastScore;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists forecasts. */
@Command(name = "list", description = "Lists what will go wrong, the most probable first. Exit code 1: something will.")
final class ForecastsList extends ReportingVerb {

    @Option(names = "--all", description = "Also forecasts that do not warn, and those of muted kinds.")
    private boolean all;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind: month, gateway, clock, full, backlog "
            + "or late.")
    private String kind;

    ForecastsList(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            ForecastActions actions = new ForecastActions(database);
            List<ForecastRow> forecasts = typed(() -> actions.list(all, kind));
            List<String> muted = actions.scores().stream().filter(ForecastScore::muted)
                    .map(score -> score.kind() + ": " + score.sentence()).toList();
            report(new Listed(forecasts, muted), () -> print(forecasts, muted));
            return forecasts.stream().anyMatch(each -> each.warned() && !each.muted()) ? FAILED : DONE;
        }
    }

    private void print(List<ForecastRow> forecasts, List<String> muted) {
        if (forecasts.isEmpty()) {
            terminal().line(all ? "No forecast is open. The service makes them once a day (forecasts.cron)."
                    : "No forecast warns. All of them: wattline forecasts list --all");
        }
        forecasts.forEach(each -> {
            terminal().line(each.kind() + (each.muted() ? " (muted)" : "") + ": " + each.sentence());
            terminal().line("    What to do: " + each.advice());
            terminal().line("    " + each.ownAction());
        });
        muted.forEach(terminal()::line);
    }

    /** The document. */
    record Listed(List<ForecastRow> forecasts, List<String> muted) {
    }
}
