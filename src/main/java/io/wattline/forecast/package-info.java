/**
 * Forecasts what will go wrong, and measures how often it was right: a month below 99 %, a failing gateway, a clock
 * that runs away, a full disk, a backlog, readings later than the look-back.
 *
 * <p>Reading order: package {@code method} holds the methods. {@link io.wattline.forecast.Histories} reads what they
 * look at; {@link io.wattline.forecast.Forecasters} runs them; {@link io.wattline.forecast.ForecastRuns} are the steps
 * that {@code routes/forecasts.camel.yaml} calls: sample, settle, make. {@link io.wattline.forecast.ForecastActions}
 * answers people.
 *
 * <p>A forecast is a row of table {@code forecasts}, which refuses any change. When its time is over, {@code
 * db/sql/forecast-settle.sql} writes what happened beside it; view {@code v_forecast_scores} compares. A kind without
 * skill is muted: it goes on being made and scored, and is not reported.
 *
 * <p>The package may use {@code settings} and {@code database}.
 */
package io.wattline.forecast;
