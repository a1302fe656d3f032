package io.wattline.forecast;

import java.util.function.Supplier;

/** {@link ForecastOperations} of a running service. */
public final class ForecastControl implements ForecastOperations {

    private final ForecastActions actions;
    private final Supplier<ForecastReport> run;

    /** @param run makes forecasts now */
    public ForecastControl(ForecastActions actions, Supplier<ForecastReport> run) {
        this.actions = actions;
        this.run = run;
    }

    @Override
    public String makeForecasts() {
        ForecastReport report = run.get();
        return report.made() + " forecast(s) made, " + report.warnings() + " of them warn; " + report.settled()
                + " settled." + (report.problems().isEmpty() ? "" : " Not made: " + String.join("; ",
                report.problems()));
    }

    @Override
    public String[] forecasts() {
        return actions.list(false, null).stream().map(ForecastRow::sentence).toArray(String[]::new);
    }

    @Override
    public String[] forecastScores() {
        return actions.scores().stream().map(score -> score.kind() + ": " + score.sentence()).toArray(String[]::new);
    }
}
