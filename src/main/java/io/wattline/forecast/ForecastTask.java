package io.wattline.forecast;

import io.wattline.forecast.method.ForecastKind;
import java.time.Instant;

/**
 * One kind of a run.
 *
 * @param madeFor the day or the hour that the forecasts count for; nothing from then on is used
 */
public record ForecastTask(ForecastRun run, ForecastKind kind, Instant madeFor) {
}
