package io.wattline.forecast;

import java.util.List;

/**
 * The result of a run.
 *
 * @param settled  forecasts whose time was over
 * @param made     new forecasts
 * @param warnings those of them that warn
 * @param muted    kinds that are muted, since they have no skill
 * @param problems kinds that could not be made, and why, for people
 */
public record ForecastReport(long runId, int settled, long made, long warnings, List<String> muted,
        List<String> problems) {

    public ForecastReport {
        muted = List.copyOf(muted);
        problems = List.copyOf(problems);
    }
}
