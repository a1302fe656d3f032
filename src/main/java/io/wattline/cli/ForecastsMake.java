package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.forecast.ForecastReport;
import java.time.Clock;
import picocli.CommandLine.Command;

/** Makes forecasts once. */
@Command(name = "make", description = "Settles the forecasts whose time is over, and makes those that are due. The "
        + "service does so every hour (forecasts.cron).")
final class ForecastsMake extends ReportingVerb {

    ForecastsMake(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings(WattlineSettings.ONCE_OFFLINE),
                        Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            ForecastReport report = typed(service::makeForecasts);
            report(report, () -> print(report));
            return report.problems().isEmpty() ? DONE : FAILED;
        }
    }

    private void print(ForecastReport report) {
        terminal().line(report.made() + " forecast(s) made, " + report.warnings() + " of them warn; "
                + report.settled() + " settled. See: wattline forecasts list");
        report.problems().forEach(problem -> terminal().line("not made: " + problem));
    }
}
